"""Adding a row with the words of a search already written, one click from the report."""

from wagtail.snippets.views.snippets import CreateView

from search.rules.wordings import LONGEST


class PrefilledCreateView(CreateView):
    """A new row, whose field `words_field` begins with the words that `?words=` brings."""

    words_field = ""

    def get_initial(self) -> dict:
        words = " ".join(self.request.GET.get("words", "").split())[:LONGEST]
        return super().get_initial() | ({self.words_field: f"{words}\n"} if words else {})
