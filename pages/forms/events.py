from pages.forms.piece import PieceForm

WHEN = ("dates", "date_exceptions")


class EventForm(PieceForm):
    """An event's form: its dates are part of what is asked before it goes forward."""

    def clean(self):
        for name in WHEN:
            formset = self.formsets.get(name)
            if formset is not None and formset.is_valid():
                formset.save(commit=False)
        return super().clean()
