"""Why something works or not, in a few words: reasons of one sort are told together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from dcsgen.base.interaction import Interaction, Outcome, Reason
from dcsgen.base.text import listed

SORTS = 2
"""Sorts of reasons that are told in one sentence; of more, losses are counted."""


LONG, LEAST = 140, 30
"""Characters from which on a message is told by its beginning, and what that has at least."""

_PART = re.compile(r"[:;.] ")


def brief(message: str) -> str:
    """A message as a clause: without a full stop, and if it is long, without what follows its first part."""
    plain = message.removesuffix(".")
    end = _PART.search(plain, LEAST)
    return plain[: end.start()] if end and len(plain) > LONG else plain


def by_code(reasons: Iterable[Reason]) -> tuple[tuple[Reason, ...], ...]:
    """The reasons in groups of one code and outcome: what fails first, then what is lost, by how, the most first."""
    found: dict[tuple[Outcome, str], list[Reason]] = {}
    for reason in reasons:
        found.setdefault((reason.outcome, reason.code), []).append(reason)
    return tuple(sorted(map(tuple, found.values()), key=_weight))


def _weight(reasons: tuple[Reason, ...]) -> tuple[int, int, int]:
    kinds = [_ORDER.index(str(reason.loss)) if str(reason.loss) in _ORDER else len(_ORDER) for reason in reasons]
    return -reasons[0].outcome.rank, min(kinds), -len(reasons)


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
    if one.outcome is Outcome.LOSS and len(sorts) > SORTS:
        return counted_losses(decisive)
    told = [told_together(sort, together, one.user.product, one.provider.product) for sort in sorts[:SORTS]]
    if len(sorts) > SORTS:
        more = len(sorts) - SORTS
        told.append(f"{more} more {'sort' if more == 1 else 'sorts'} of {_WHAT[one.outcome]}")
    return "; ".join(told)


def counted_losses(reasons: Iterable[Reason]) -> str:
    """What is lost, by how: `objects can be refused (3 reasons); 26 values are ignored, 22 cut and 1 changed`."""
    numbers: Counter[str] = Counter(str(reason.loss or "") for reason in reasons)
    refused = numbers.pop("refused", 0)
    told = [f"objects can be refused ({_number(refused, 'reason')})"] if refused else []
    # What a plug-in calls otherwise is told in its words, and what has no word last.
    kinds = [kind for kind in (*_ORDER, *numbers) if kind and numbers[kind]]
    parts = [f"{numbers[kind]} {_WORDS.get(kind, kind)}" for kind in dict.fromkeys(kinds)]
    if parts:
        first = numbers[kinds[0]]
        parts[0] = parts[0].replace(" ", " value is " if first == 1 else " values are ", 1)
        told.append(listed(parts, "and"))
    if numbers[""]:
        told.append(_number(numbers[""], "other loss", "other losses"))
    return "; ".join(told)


def _number(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}"


_WORDS = {
    "truncated": "cut",
    "coerced": "changed",
    "defaulted": "filled in",
    "lossy": "compressed with loss",
}
_ORDER = ("refused", "ignored", "truncated", "coerced", "defaulted", "lossy", "reduced")
"""Kinds of loss, the gravest first."""

_WHAT = {
    Outcome.WORKS: "reason",
    Outcome.LOSS: "loss",
    Outcome.CANNOT_TELL: "open question",
    Outcome.FAILS: "obstacle",
}
