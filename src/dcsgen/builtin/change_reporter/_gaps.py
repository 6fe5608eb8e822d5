"""What one side does not state, so that nobody can tell what differs: questions to its vendor."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.change import Action, Change, Verdict
from dcsgen.base.finding import dotted
from dcsgen.builtin.change_reporter._outcome import every
from dcsgen.builtin.change_reporter._values import words_of
from dcsgen.plugin import Difference, Judged

_SIDES = {Action.STATED: "old", Action.UNSTATED: "new"}


class Gap(Struct, frozen=True, kw_only=True):
    """A fact that a product does not state, and of what: `places` are dotted paths of the records that lack it."""

    product: str
    fact: str
    places: tuple[str, ...]

    @property
    def count(self) -> int:
        """How often it is not stated."""
        return len(self.places)


def lacking(judged: Judged, difference: Difference) -> str:
    """The product that does not state what a risky change is about; empty if both do."""
    risky = any(one.verdict is Verdict.RISKY for one in judged.judgements)
    side = _SIDES.get(judged.change.action, "") if risky else ""
    return {"old": difference.old_product, "new": difference.new_product, "": ""}[side]


def gaps(difference: Difference) -> tuple[Gap, ...]:
    """What is not stated, by product, the most frequent fact first."""
    found: dict[tuple[str, str], list[str]] = {}
    for judged in every(difference.changes):
        product = lacking(judged, difference)
        if product:
            change = judged.change
            found.setdefault((product, _fact(change)), []).append(dotted(change.path[:-1] or change.path))
    made = [Gap(product=product, fact=fact, places=tuple(places)) for (product, fact), places in found.items()]
    return tuple(sorted(made, key=lambda gap: (gap.product != difference.new_product, -gap.count)))


def _fact(change: Change) -> str:
    """What is not stated, in words: `max peers of the service`."""
    subject = words_of(change.subject.value)
    return f"{words_of(change.field)} of the {subject}" if change.field else subject
