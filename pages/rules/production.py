"""Which steps a material may take on its way to the paper or the portal."""

from pages.enums.materials import Production

MOVES: dict[Production, tuple[Production, ...]] = {
    Production.MANUSCRIPT: (Production.DESIGN,),
    Production.DESIGN: (Production.APPROVED, Production.MANUSCRIPT),
    Production.APPROVED: (Production.PRINTED, Production.PUBLISHED, Production.DESIGN),
    Production.PRINTED: (Production.PUBLISHED,),
    Production.PUBLISHED: (Production.PRINTED,),
}
FIT_TO_PUBLISH = frozenset({Production.APPROVED, Production.PRINTED, Production.PUBLISHED})


def moves_from(state: Production, *, as_head: bool) -> list[Production]:
    """Where a material in `state` may go, forward first. From the approval on, only who may publish decides."""
    return [to for to in MOVES[state] if as_head or not asks_for_head(state, to)]


def asks_for_head(state: Production, to: Production) -> bool:
    """Whether the step is of whoever answers for what is published: approving, and all that follows."""
    return to in FIT_TO_PUBLISH or state in FIT_TO_PUBLISH


def is_step_back(state: Production, to: Production) -> bool:
    """Whether the step returns the material to be worked on again."""
    order = list(Production)
    return to not in FIT_TO_PUBLISH and order.index(to) < order.index(state)
