"""What one side does not state, so that nobody can tell what differs: questions to its vendor."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from dcsgen.base.change import Action, Change, Verdict
from dcsgen.base.text import in_words
from dcsgen.plugin import Difference, Judged

_SIDES = {Action.STATED: "old", Action.UNSTATED: "new"}


class Gap(Struct, frozen=True, kw_only=True):
    """A fact that a product does not state, and how often it does not in which records: `{"storage": 2}`."""

    product: str
    fact: str
    records: dict[str, int]

    @property
    def count(self) -> int:
        """How often it is not stated."""
        return sum(self.records.values())

    @property
    def places(self) -> list[str]:
        """The records, with a number behind those that do not state it more than once."""
        return [f"{name} ({number})" if number > 1 else name for name, number in self.records.items()]


def lacking(judged: Judged, difference: Difference) -> str:
    """The product that does not state what a risky change is about; empty if both do."""
    risky = any(one.verdict is Verdict.RISKY for one in judged.judgements)
    side = _SIDES.get(judged.change.action, "") if risky else ""
    return {"old": difference.old_product, "new": difference.new_product, "": ""}[side]


def gaps(difference: Difference) -> tuple[Gap, ...]:
    """What is not stated, by product, the most frequent fact first."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for judged in difference.every():
        product = lacking(judged, difference)
        if product:
            change = judged.change
            found.setdefault((product, _fact(change)), Counter()).update([_record(change)])
    made = [Gap(product=product, fact=fact, records=dict(records)) for (product, fact), records in found.items()]
    return tuple(sorted(made, key=lambda gap: (gap.product != difference.new_product, -gap.count)))


def _fact(change: Change) -> str:
    """What is not stated, in words: `max peers of the service`."""
    subject = in_words(change.subject.value)
    if not change.field or change.field in _plural(change.subject.value):
        return in_words(change.field) or subject
    return f"{in_words(change.field)} of the {subject}"


def _plural(word: str) -> tuple[str, ...]:
    """A word and what the list of such things is called: "matching", "statuses", "activities"."""
    return (word, f"{word}s", f"{word}es", f"{word.removesuffix('y')}ies")


def _record(change: Change) -> str:
    """The record of a collection in which a change is, or the part of the description."""
    path = change.path
    return str(path[1]) if len(path) > 2 else in_words(str(path[0])) if path else "description"
