"""How a product stands in all: how much it meets by importance, its score, and whether that is enough."""

from __future__ import annotations

from collections.abc import Sequence

from dcsgen.base.requirement import Fulfilment, Importance, Requirement, of_all
from dcsgen.plugin.assess_reporter import Score, Tally

Judged = Sequence[tuple[Requirement, Fulfilment]]
"""The requirements of a profile, each with how far one product meets it."""


def tallies(judged: Judged) -> tuple[Tally, ...]:
    """How many requirements of each importance are met, and how many are not; importances without any are left out."""
    found = []
    for importance in Importance:
        of_it = [fulfilment for requirement, fulfilment in judged if requirement.importance is importance]
        if of_it:
            found.append(
                Tally(
                    importance=importance,
                    met=of_it.count(Fulfilment.MET),
                    conditions=of_it.count(Fulfilment.CONDITIONS),
                    not_stated=of_it.count(Fulfilment.NOT_STATED),
                    not_met=of_it.count(Fulfilment.NOT_MET),
                )
            )
    return tuple(found)


def score(judged: Judged) -> Score:
    """The points of a product: those of what it meets, with conditions or without, and of what may be met besides."""
    least = sum(requirement.weight for requirement, fulfilment in judged if fulfilment.holds)
    open_ = sum(requirement.weight for requirement, fulfilment in judged if fulfilment is Fulfilment.NOT_STATED)
    return Score(least=least, most=least + open_, possible=sum(requirement.weight for requirement, _ in judged))


def fulfilment_of(judged: Judged) -> Fulfilment:
    """How far a product meets all mandatory requirements together."""
    return of_all(fulfilment for requirement, fulfilment in judged if requirement.importance is Importance.MANDATORY)


def fails(fulfilments: Sequence[Fulfilment], fail_on: Fulfilment) -> bool:
    """Whether one of several products, by its mandatory requirements, is at `fail_on` or further from meeting them."""
    return any(one.rank >= max(fail_on.rank, 1) for one in fulfilments)
