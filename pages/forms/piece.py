from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

GOING_PUBLIC = ("action-publish", "action-submit", "action-resubmit", "action-restart-workflow")
APPROVALS = {"approve"}


class PieceForm(WagtailAdminPageForm):
    """A piece's form: what is missing is asked for when it goes forward, never when a draft is kept."""

    def clean(self):
        cleaned = super().clean()
        self._refuse_past_embargo(cleaned)
        if self._goes_forward():
            self._name_obstacles(cleaned)
        return cleaned

    def goes_public(self) -> bool:
        """Whether it is to be published now, not only sent to be reviewed."""
        return "action-publish" in self.data or "action-workflow-action" in self.data

    def _goes_forward(self) -> bool:
        return any(name in self.data for name in GOING_PUBLIC) or self._approves()

    def _approves(self) -> bool:
        return self.data.get("workflow-action-name") in APPROVALS and "action-workflow-action" in self.data

    def _refuse_past_embargo(self, cleaned: dict) -> None:
        embargo = cleaned.get("embargo_until")
        if embargo and "embargo_until" in self.changed_data and embargo <= timezone.now():
            message = _("Ese momento ya pasó: elija uno por venir, o vacíe el campo para publicar sin embargo.")
            self.add_error("embargo_until", message)

    def _name_obstacles(self, cleaned: dict) -> None:
        for name in self._plain_fields() & cleaned.keys():
            setattr(self.instance, name, cleaned[name])
        self._lay_children()
        obstacles = self.obstacles()
        for field, message in obstacles.items():
            self.add_error(field if field in self.fields else None, message)
        if obstacles and ("action-publish" in self.data or self._approves()):
            self._keep_refusal(list(obstacles.values()))

    def _keep_refusal(self, reasons: list[str]) -> None:
        """Refused here, the piece never reaches the action that logs attempts to publish publicity."""
        from pages.actions.publicity import Attempt, note_attempt

        note_attempt(Attempt(self.instance, None, self.for_user, timezone.now()), reasons=reasons)

    def obstacles(self) -> dict[str, str]:
        """What stands in the way of what was asked for, by field name."""
        from pages.actions.publication import publication_obstacles

        return publication_obstacles(self.instance, at=timezone.now())

    def _plain_fields(self) -> set[str]:
        """The columns of the page, which obstacles look at."""
        return {field.name for field in self.instance._meta.concrete_fields if field.editable}

    def _lay_children(self) -> None:
        """Put the rows that were typed on the page in memory, so that obstacles look at them; nothing is saved."""
        for name, formset in self.formsets.items():
            if name != "comments" and formset.is_valid():
                formset.save(commit=False)
