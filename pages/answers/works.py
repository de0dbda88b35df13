"""A public work by its code."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.models import PublicWorkPage
from pages.rules.direct_questions import cui_asked
from search.answers import Answer


def work_of_code(words: str, at: datetime, request: HttpRequest) -> list[Answer]:
    """The work whose CUI is all that was typed, which takes the person to it."""
    cui = cui_asked(words)
    works = PublicWorkPage.objects.visible(at=at).filter(cui=cui) if cui else []
    return [
        Answer(title=work.title, text=f"CUI {work.cui}", url=work.get_url(request), kind=_("Obra"), redirect=True)
        for work in works
    ]
