"""Columns that several types share."""

from typing import Any

from django import forms
from django.db import models

from pages.enums import Weekday


class WeekdaysChoice(forms.MultipleChoiceField):
    """Boxes to choose days of the week with; the value is their codes with commas between."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> list[str]:
        return [code for code in value.split(",") if code] if isinstance(value, str) else value

    def clean(self, value: Any) -> str:
        return ",".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial or ""), data)


class WeekdaysField(models.CharField):
    """Days of the week, chosen with boxes and kept as RFC 5545 writes them: `MO,WE`."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        words = {"label": self.verbose_name, "help_text": self.help_text, "required": not self.blank}
        return WeekdaysChoice(choices=Weekday.choices, **words)
