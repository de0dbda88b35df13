"""What this room hangs on Wagtail's hooks."""

from wagtail.snippets.models import register_snippet

from search.admin import use  # noqa: F401 - importing it registers its hooks
from search.admin.best_bets import BestBetRegister
from search.admin.synonyms import SynonymRegister

register_snippet(SynonymRegister)
register_snippet(BestBetRegister)
