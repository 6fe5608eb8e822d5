"""Whether a receiver takes the values of one Attribute, as far as its mapping says so in figures and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from dcsgen.base.object_fate import Cause
from dcsgen.base.text import listed, quoted
from dcsgen.base.words import TooLong
from dcsgen.model import MappedAttribute

NUMERIC = ("DS", "IS", "US", "SS", "UL", "SL", "FL", "FD", "SV", "UV")
MOST_TERMS = 8
"""Accepted values that a sentence lists."""


class Complaint(NamedTuple):
    """What is wrong with a value: the cause, and the end of a sentence about it."""

    cause: Cause
    words: str


def complaints(row: MappedAttribute, values: Sequence[str], vr: str, *, reveal: bool) -> Iterator[Complaint]:
    """What the row of a mapping has against values; an empty one among several is passed over.

    Without `reveal`, no value is in the words.
    """
    there = [value for value in values if value]
    if row.values:
        wrong = [value for value in there if not any(same(value, term, vr) for term in row.values)]
        if wrong:
            yield Complaint(Cause.NOT_ACCEPTED, f"has {_shown(wrong, reveal)} that {_is_are(wrong)} not {_terms(row)}")
    if row.range is not None:
        numbers = [(value, number(value)) for value in there]
        none = [value for value, found in numbers if found is None]
        if none:
            yield Complaint(Cause.NOT_ACCEPTED, f"has {_shown(none, reveal)} that {_is_are(none)} no number")
        for side, words in ((0, "below"), (1, "above")):
            limit = row.range[side]
            bound = None if limit is None else Decimal(str(limit))
            if bound is None:
                continue
            out = [
                value
                for value, found in numbers
                if found is not None and (found < bound if side == 0 else found > bound)
            ]
            if out:
                unit = f" {row.unit}" if row.unit else ""
                yield Complaint(Cause.OUT_OF_RANGE, f"has {_shown(out, reveal)} {words} {limit}{unit}")
    if row.length is not None:
        yield from _too_long(row, there, vr, reveal=reveal)


def translated(
    values: Sequence[str], terms: Mapping[str, str], vr: str, *, reveal: bool
) -> tuple[tuple[str, ...], Complaint | None]:
    """The values that stand for those received, and what is wrong if one of them is not listed."""
    if not terms:
        return tuple(values), None
    found, missing = [], []
    for value in values:
        term = next((local for received, local in terms.items() if same(value, received, vr)), None)
        if value and term is None:
            missing.append(value)
        found.append(term or value)
    if not missing:
        return tuple(found), None
    words = f"has {_shown(missing, reveal)} that {_is_are(missing)} not listed for this calling AE Title"
    return tuple(found), Complaint(Cause.NOT_TRANSLATED, words)


def same(value: str, term: str, vr: str) -> bool:
    """Whether two texts are the same value; numbers of a numeric VR are compared as such."""
    if value == term:
        return True
    if vr not in NUMERIC:
        return False
    left, right = number(value), number(term)
    return left is not None and left == right


def number(value: str) -> Decimal | None:
    """The number that a text is; None if it is none."""
    try:
        found = Decimal(value.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def longest(row: MappedAttribute, values: Sequence[str], vr: str) -> int:
    """The characters that have to fit into the field.

    If a name is divided among several fields, each holds a component of it (PS3.5 6.2.1); of several values each is
    looked at alone.
    """
    pieces = [piece for value in values for piece in _pieces(row, value, vr)]
    return max(map(len, pieces), default=0)


def _pieces(row: MappedAttribute, value: str, vr: str) -> list[str]:
    if vr == "PN" and len(row.field) > 1:
        return [piece for group in value.split("=") for piece in group.split("^")]
    return [value]


def _too_long(row: MappedAttribute, values: Sequence[str], vr: str, *, reveal: bool) -> Iterator[Complaint]:
    room = row.length or 0
    over = [value for value in values if longest(row, [value], vr) > room]
    if not over:
        return
    most = longest(row, over, vr) - room
    cause = Cause.TRUNCATED if row.too_long is TooLong.TRUNCATED else Cause.TOO_LONG
    yield Complaint(
        cause, f"has {_shown(over, reveal)} {most} character{'s' * (most != 1)} longer than its field ({room})"
    )


def _shown(values: Sequence[str], reveal: bool) -> str:
    if reveal:
        more = f" and {len(values) - 3} more" if len(values) > 3 else ""
        return listed([quoted(value) for value in values[:3]], "and") + more
    return f"{len(values)} values" if len(values) > 1 else "a value"


def _is_are(values: Sequence[str]) -> str:
    return "are" if len(values) > 1 else "is"


def _terms(row: MappedAttribute) -> str:
    if len(row.values) > MOST_TERMS:
        return f"among the {len(row.values)} that are accepted"
    return f"among {listed(row.values, 'and')}" if len(row.values) > 1 else row.values[0]
