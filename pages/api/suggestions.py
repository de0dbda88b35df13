"""What may be proposed to whoever is typing: titles and words of what anybody may see."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from headless.kinds import Words
from headless.parameters import Parameter
from headless.questions import Question
from headless.readings import Reading
from headless.schemas import Answer
from pages.models.embargo import visible_pages
from search.portal import suggestions, word_completions

MOST = 8
KEPT = 60  # seconds


class SuggestionAnswer(Answer):
    """A text that goes on with what was typed."""

    about: ClassVar[str] = "Un texto que continúa lo escrito."
    text: str = Field(description="Lo que se puede buscar.", examples=["Licencia de funcionamiento"])


class SuggestionList(Answer):
    """What goes on with what was typed, the best first."""

    about: ClassVar[str] = "Textos que continúan lo escrito, primero el mejor."
    items: list[SuggestionAnswer]


def suggest() -> Reading:
    """What the frame needs to know to serve the suggestions."""
    doc = _("Lo que la persona lleva escrito. Sin nada que buscar, la lista viene vacía.")
    return Reading(
        name="suggest",
        title=_("Sugerencias mientras se escribe"),
        description=_("Títulos y palabras de lo público que continúan lo escrito: hasta ocho, sin repetir."),
        tag=_("Búsqueda"),
        parameters=[Parameter(name="q", kind=Words(longest=200), doc=doc, example="licen")],
        answer=SuggestionList,
        write=_write,
        example=lambda: _listed(["Licencia de funcionamiento", "Licencia de edificación"]),
        seconds=KEPT,
    )


def _write(question: Question) -> SuggestionList:
    typed = question.values["q"] or ""
    titles = suggestions(typed, among=visible_pages(at=question.at), most=MOST)
    words = word_completions(typed, most=MOST - len(titles)) if len(titles) < MOST else []
    return _listed([*titles, *(word for word in words if word.casefold() != typed.strip().casefold())])


def _listed(texts: list[str]) -> SuggestionList:
    return SuggestionList(items=[SuggestionAnswer(text=text) for text in dict.fromkeys(texts)])
