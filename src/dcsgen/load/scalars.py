"""What unquoted text in a description means: `true`, `false`, null and plain numbers, everything else is text."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

FIRST = frozenset(["", "~", "t", "f", "n", "-", *"0123456789"])
"""The first characters, or none, of all unquoted text that can be more than text."""

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

# As a number prints, so that no leading zero (tags), no trailing zero (versions) and no `1e5` (codes) is lost.
_WHOLE = re.compile("0|-?[1-9][0-9]{0,17}", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+", re.ASCII)

# A float prints with at most 17 digits, a sign, a point and leading zeros: longer text is never canonical.
_LONGEST_DECIMAL = 24


def plain(text: str) -> Scalar:
    """The value of unquoted text.

    A number is one only if it prints back as it was typed, and whole numbers have 18 digits at most: `5` and
    `5.1` are numbers; `5.10`, `05`, `-0`, `+1`, `1e5`, `.5`, `0x10`, `1_000` and `00100020` stay text, and so do
    `NO`, `yes`, `10:20` and dates.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if len(text) <= _LONGEST_DECIMAL and _DECIMAL.fullmatch(text):
        number = float(text)
        if repr(number) == text:
            return number
    return text
