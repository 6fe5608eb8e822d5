"""What a value becomes by a conversion that is written as `mm to cm, rounded to 0.1 cm` or `STATIC to 0, DYNAMIC to 1`.

Whatever is worded otherwise is for people, and gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

MOST_DIGITS = 12
"""Digits before or behind the point of what is computed; whatever has more is no length and no dose."""

_UNITS = {
    "m": ("length", Decimal(1)),
    "cm": ("length", Decimal("0.01")),
    "mm": ("length", Decimal("0.001")),
    "Gy": ("dose", Decimal(1)),
    "cGy": ("dose", Decimal("0.01")),
    "mGy": ("dose", Decimal("0.001")),
}
_CHANGED = re.compile(r"(\S+) to ([^\s,]+)(?:, rounded to ([0-9.]+) ?(\S+))?")
_ROUNDED = re.compile(r"rounded to ([0-9.]+) ?(\S+)")


def converted(value: str, words: str, unit: str, values: Sequence[str] = ()) -> str | None:
    """The value that is kept, with its unit; None if the words are of another form, or do not fit the value.

    >>> converted("1234", "mm to cm, rounded to 0.1 cm", "mm")
    '123.4 cm'
    """
    words = words.strip().rstrip(".")
    if values:
        return _terms(words, values).get(value)
    if match := _ROUNDED.fullmatch(words):
        return _rounded(_number(value), match[1], unit) if match[2] == unit else None
    match = _CHANGED.fullmatch(words)
    if match is None or match[1] != unit or not {match[1], match[2]} <= _UNITS.keys():
        return None
    (kind, from_), (other, to) = _UNITS[match[1]], _UNITS[match[2]]
    number = _number(value)
    if number is None or kind != other or (match[4] and match[4] != match[2]):
        return None
    return _rounded(number * from_ / to, match[3], match[2])


def _terms(words: str, values: Sequence[str]) -> dict[str, str]:
    """`M, F, O to 1, 2, 9` and `STATIC to 0, DYNAMIC to 1`, if they are about just these values."""
    left, _, right = words.partition(" to ")
    several, into = left.split(", "), right.split(", ")
    if set(several) == set(values) and len(several) == len(into):
        return dict(zip(several, into, strict=True))
    pairs = [pair.split(" to ") for pair in words.split(", ")]
    if all(len(pair) == 2 for pair in pairs) and {pair[0] for pair in pairs} == set(values):
        return {pair[0]: pair[1] for pair in pairs}
    return {}


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= MOST_DIGITS else None


def _rounded(number: Decimal | None, step: str | None, unit: str) -> str | None:
    if number is None:
        return None
    if step:
        whole, over = divmod(number, Decimal(step))
        # Nobody says which way the middle goes.
        if abs(over) * 2 == Decimal(step):
            return None
        number = (whole + (0 if abs(over) * 2 < Decimal(step) else 1 if number > 0 else -1)) * Decimal(step)
    text = format(number.normalize() + 0, "f")
    return f"{text} {unit}"
