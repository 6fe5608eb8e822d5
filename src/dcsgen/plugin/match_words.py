"""Why something works or not, in a few words: reasons of one sort are told together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dcsgen.base.interaction import Interaction, Outcome, Reason

SORTS = 3
"""Sorts of reasons that are told in one sentence."""


LONG = 140
"""Characters from which on a message is told without what it quotes behind its colon."""


def brief(message: str) -> str:
    """A message as a clause: without a full stop, and if it is long, without what it quotes."""
    plain = message.removesuffix(".")
    head, colon, _ = plain.partition(": ")
    return head if colon and len(plain) > LONG else plain


def by_code(reasons: Iterable[Reason]) -> tuple[tuple[Reason, ...], ...]:
    """The reasons in groups of one code and outcome, what fails first."""
    found: dict[tuple[int, str], list[Reason]] = {}
    for reason in reasons:
        found.setdefault((-reason.outcome.rank, reason.code), []).append(reason)
    ordered = sorted(found.items(), key=lambda item: item[0][0])
    return tuple(tuple(members) for _, members in ordered)


def told_together(reasons: tuple[Reason, ...], together: Mapping[str, str], user: str, provider: str) -> str:
    """Reasons of one code in a clause, without a full stop.

    `together` are the sentences for several reasons by code, in which `{count}`, `{user}` and `{provider}` stand.
    """
    first = brief(reasons[0].message)
    if len(reasons) == 1:
        return first
    sentence = together.get(reasons[0].code, "")
    if sentence:
        filled = sentence.replace("{count}", str(len(reasons)))
        return filled.replace("{user}", user).replace("{provider}", provider).removesuffix(".")
    return f"{first}, and {len(reasons) - 1} more of this sort"


def because(one: Interaction, together: Mapping[str, str]) -> str:
    """Why an interaction does not simply work, in a clause; empty if it does."""
    decisive = one.decisive
    # Where something fails, what else would be lost is no answer.
    sorts = by_code(decisive)
    told = [told_together(sort, together, one.user.product, one.provider.product) for sort in sorts[:SORTS]]
    if len(sorts) > SORTS:
        more = len(sorts) - SORTS
        told.append(f"{more} more {'sort' if more == 1 else 'sorts'} of {_WHAT[one.outcome]}")
    return "; ".join(told)


_WHAT = {
    Outcome.WORKS: "reason",
    Outcome.LOSS: "loss",
    Outcome.CANNOT_TELL: "open question",
    Outcome.FAILS: "obstacle",
}
