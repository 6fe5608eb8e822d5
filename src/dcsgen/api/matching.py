"""Matches two descriptions: every interaction with its outcome, its reasons and their places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from msgspec import structs

from dcsgen.api.comparing import Side as Read
from dcsgen.api.loading import Loaded, capability_of, without_errors
from dcsgen.base.interaction import Interaction, Missing, Outcome, Reason, Side, Source, Taker
from dcsgen.host import Host
from dcsgen.match import OfferedMatchRule, judge, meetings, unmet, workflows
from dcsgen.model import Capability
from dcsgen.plugin.match_reporter import Match, Product
from dcsgen.plugin.match_rule import MatchRule
from dcsgen.version import __version__

PlacedFact = TypeVar("PlacedFact", Source, Missing)


def match(a: Read, b: Read, host: Host, *, drafts: Iterable[Side] = (), fail_on: Outcome = Outcome.FAILS) -> Match:
    """What two products can do together, what the match rules of the host say about it, and what is lost.

    `drafts` are the sides that say only a part of what there is: what is missing there may still be. A side that was
    imported is one of them.
    Raises `UnreadableInputError` for a description with errors.
    """
    sides = {Side.A: _capability(a), Side.B: _capability(b)}
    partial = frozenset(drafts) | {side for side, read in ((Side.A, a), (Side.B, b)) if _is_partial(read)}
    rules = [OfferedMatchRule(*pair) for pair in host.match_rules]
    judged = judge(meetings(sides[Side.A], sides[Side.B]), rules)
    missing = tuple(unmet(sides[Side.A], sides[Side.B], partial))
    places = _Places({side: read for side, read in ((Side.A, a), (Side.B, b)) if isinstance(read, Loaded)})
    interactions = tuple(places.of_interaction(one) for one in judged.interactions)
    plans = [plan for _, plan in host.workflows]
    names = {side: capability.product.name for side, capability in sides.items()}
    return Match(
        tool="dcsgen",
        version=__version__,
        a=_product(Side.A, a, sides[Side.A], partial),
        b=_product(Side.B, b, sides[Side.B], partial),
        interactions=interactions,
        unmet=tuple(structs.replace(one, taker=places.of_taker(one.taker)) for one in missing),
        workflows=workflows(plans, interactions, missing, names),
        trouble=judged.trouble,
        fail_on=fail_on,
    )


def reasons_of(rule: MatchRule, a: dict[str, Any], b: dict[str, Any]) -> tuple[Reason, ...]:
    """What one match rule says of all interactions in which the first description uses the second one.

    For tests of rules: the descriptions are plain data, and a rule that raises does raise.
    """
    user, provider = capability_of(a), capability_of(b)
    judged = judge(meetings(user, provider), [OfferedMatchRule("", rule)])
    if judged.trouble:
        raise AssertionError(judged.trouble[0])
    used = [one for one in judged.interactions if one.user.side is Side.A]
    return tuple(reason for one in used for reason in one.reasons)


class _Places:
    """Where the paths of both sides stand in their files."""

    def __init__(self, read: dict[Side, Loaded]) -> None:
        self._read = read

    def of_interaction(self, one: Interaction) -> Interaction:
        return structs.replace(
            one,
            user=self.of_taker(one.user),
            provider=self.of_taker(one.provider),
            reasons=tuple(self._of_reason(reason) for reason in one.reasons),
        )

    def of_taker(self, one: Taker) -> Taker:
        loaded = self._read.get(one.side)
        return structs.replace(one, place=loaded.tree.place(one.path, on_key=True)) if loaded else one

    def _of_reason(self, reason: Reason) -> Reason:
        if not (reason.sources or reason.missing):
            return reason
        return structs.replace(
            reason,
            sources=tuple(self._placed(source) for source in reason.sources),
            missing=tuple(self._placed(fact) for fact in reason.missing),
        )

    def _placed(self, one: PlacedFact) -> PlacedFact:
        loaded = self._read.get(one.side)
        return structs.replace(one, place=loaded.tree.place(one.path)) if loaded else one


def _is_partial(read: Read) -> bool:
    return isinstance(read, Loaded) and read.partial


def _capability(read: Read) -> Capability:
    if isinstance(read, Capability):
        return read
    return without_errors(read, read.tree.sources[0].name if read.tree.sources else "the description")


def _product(side: Side, read: Read, capability: Capability, drafts: frozenset[Side]) -> Product:
    return Product(
        side=side,
        file=read.tree.sources[0].name if isinstance(read, Loaded) and read.tree.sources else "",
        name=capability.product.name,
        version=capability.product.version,
        vendor=capability.product.vendor,
        document=f"{capability.document.identifier} {capability.document.revision}".strip(),
        draft=side in drafts,
    )
