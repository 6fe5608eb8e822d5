"""Answers a need: by the kind of requirement that knows it, or by its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import structs

from dcsgen.base.requirement import ALL_OF, ANY_OF, Fulfilment, Ground, Needed, of_all, of_any
from dcsgen.plugin.assess_reporter import Answered
from dcsgen.plugin.requirement import Candidate, RequirementKind


class Offered(NamedTuple):
    """A kind of requirement and the plug-in that gives it; dcsgen's own have none."""

    provider: str
    kind: RequirementKind


def answered(need: Needed, candidate: Candidate, kinds: Mapping[str, Offered], trouble: list[str]) -> Answered:
    """How far a product meets a need.

    A kind of a plug-in that raises makes that part `not stated`, and a sentence goes to `trouble`; dcsgen's own raise.
    """
    if need.kind in (ALL_OF, ANY_OF):
        members = tuple(answered(member, candidate, kinds, trouble) for member in need.members)
        together = of_all if need.kind == ALL_OF else of_any
        return Answered(need=need, fulfilment=together(one.fulfilment for one in members), members=members)
    grounds = _grounds(need, candidate, kinds[need.kind], trouble)
    return Answered(need=need, fulfilment=of_all(one.fulfilment for one in grounds), grounds=grounds)


def _sound(grounds: Iterable[Ground]) -> Iterator[Ground]:
    """Grounds as they are; raises `TypeError` for what a plug-in gives that is none."""
    for ground in grounds:
        if not isinstance(ground.fulfilment, Fulfilment) or not isinstance(ground.sentence, str):
            raise TypeError(f"{ground!r} is no ground: it needs a Fulfilment and a sentence")
        yield ground


def _once(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Grounds that say the same as one, with the paths of all of them."""
    found: dict[tuple[Fulfilment, str, str], Ground] = {}
    for ground in grounds:
        key = (ground.fulfilment, ground.sentence, ground.condition)
        paths = (*found[key].paths, *ground.paths) if key in found else ground.paths
        found[key] = structs.replace(ground, paths=tuple(dict.fromkeys(paths)))
    return tuple(found.values())


def _grounds(need: Needed, candidate: Candidate, offered: Offered, trouble: list[str]) -> tuple[Ground, ...]:
    try:
        grounds = _once(_sound(offered.kind.judge(need.wanted, candidate)))
        # A kind that is silent has found nothing, and nothing found is no yes.
        return grounds or (Ground(fulfilment=Fulfilment.NOT_STATED, sentence="Nothing is said of it."),)
    except Exception as error:
        if not offered.provider:
            raise
        what = f"the kind of requirement {need.kind} of the plug-in {offered.provider} failed"
        told = f"{what}: {type(error).__name__}: {error}"
        if told not in trouble:
            trouble.append(told)
        return (Ground(fulfilment=Fulfilment.NOT_STATED, sentence=f"Nobody can tell: {what}."),)
