"""Numbers as people write them: with separators, with units, in words."""

from __future__ import annotations

import re
from typing import NamedTuple

WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "single": 1,
    "a single": 1,
}
_NUMBER = re.compile(r"(?<![\w.])(?P<number>\d{1,3}(?:[, ']\d{3})+|\d+)(?![\d.]*\.\d)\s*(?P<unit>[A-Za-z]+)?")
_POWERS = {"k": 1024, "m": 1024 * 1024}
_UNLIMITED = re.compile(
    r"\b(unlimited|no (artificial |upper )?(limit|maximum)|infinite|any number|not limited)\b", re.I
)
_UNITS = {
    "s": "s",
    "sec": "s",
    "secs": "s",
    "second": "s",
    "seconds": "s",
    "ms": "ms",
    "milliseconds": "ms",
    "min": "min",
    "mins": "min",
    "minute": "min",
    "minutes": "min",
    "h": "h",
    "hour": "h",
    "hours": "h",
    "day": "days",
    "days": "days",
    "kb": "KB",
    "mb": "MB",
    "gb": "GB",
    "kib": "KiB",
    "mib": "MiB",
    "gib": "GiB",
    "byte": "bytes",
    "bytes": "bytes",
}


class Quantity(NamedTuple):
    """A whole number, and how sure it is that it is what was meant."""

    number: int
    confidence: float


def is_unlimited(text: str) -> bool:
    """Whether a text says that there is no limit."""
    return bool(_UNLIMITED.search(text))


def whole(text: str) -> int | None:
    """The first whole number of a text, in digits or as a word up to ten; None if there is none."""
    found = _NUMBER.search(text)
    if found is not None:
        return int(re.sub(r"\D", "", found["number"]))
    word = re.search(rf"\b({'|'.join(WORDS)})\b", text, re.I)
    return WORDS[word[1].casefold()] if word else None


def size(text: str) -> Quantity | None:
    """A number of bytes: `65536`, `16,384 bytes`, `32 KB`; None if there is none."""
    for found in _NUMBER.finditer(text):
        number = int(re.sub(r"\D", "", found["number"]))
        unit = (found["unit"] or "").casefold()
        if re.fullmatch(r"k|kb|kib|kbytes?|kilobytes?|m|mb|mib|mbytes?|megabytes?", unit):
            return Quantity(number * _POWERS[unit[0]], 0.9)
        if number == 0 or number >= 1024:
            return Quantity(number, 1.0)
    return None


def measure(text: str) -> tuple[int, str] | None:
    """A text that is a number with its unit and nothing else: `300 seconds`; None for any other text."""
    found = re.fullmatch(r"(\d{1,9})(?:\s*([A-Za-z]+))?\.?", text.strip())
    if found is None:
        return None
    unit = (found[2] or "").casefold()
    return (int(found[1]), _UNITS.get(unit, found[2] or "")) if not unit or unit in _UNITS else None
