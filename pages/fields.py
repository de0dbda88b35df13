"""Columns that several types share."""

from typing import Any

from django import forms
from django.db import models

from pages.enums import Weekday


class WeekdaysField(models.CharField):
    """Days of the week, chosen with boxes and kept as RFC 5545 writes them: `MO,WE`."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            label=self.verbose_name,
            help_text=self.help_text,
            required=not self.blank,
            choices=Weekday.choices,
            widget=forms.CheckboxSelectMultiple,
        )

    def value_from_object(self, obj: models.Model) -> list[str]:
        return [code for code in getattr(obj, self.attname).split(",") if code]

    def value_to_string(self, obj: models.Model) -> str:
        """As revisions keep it."""
        return getattr(obj, self.attname)

    def save_form_data(self, instance: models.Model, data: list[str]) -> None:
        setattr(instance, self.attname, ",".join(data))
