from wagtail.admin.forms.pages import CopyForm


class DraftCopyForm(CopyForm):
    """A copy is always a draft: publishing is what numbers a note, and an alias would be public without a number."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
