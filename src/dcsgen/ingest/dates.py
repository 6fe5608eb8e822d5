"""Days of the calendar as people write them."""

from __future__ import annotations

import re

_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_FORMS = (
    re.compile(r"\b(?P<y>20\d\d|19\d\d)[-/.](?P<m>0?\d|1[0-2])[-/.](?P<d>[0-3]?\d)\b"),
    re.compile(rf"\b(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\.?[ -]{_MONTH},?[ -](?P<y>20\d\d|19\d\d)\b"),
    re.compile(rf"\b{_MONTH}[ -](?P<d>[0-3]?\d)(?:st|nd|rd|th)?,? (?P<y>20\d\d|19\d\d)\b"),
    # Day first; whether the day or the month stands first is only sure where one of them is above twelve.
    re.compile(r"\b(?P<d>1[3-9]|2\d|3[01])[/.](?P<m>0?\d|1[0-2])[/.](?P<y>20\d\d|19\d\d)\b"),
    re.compile(r"\b(?P<m>0?\d|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>20\d\d|19\d\d)\b"),
    re.compile(r"\b(?P<d>[0-3]\d)\.(?P<m>0\d|1[0-2])\.(?P<y>20\d\d|19\d\d)\b"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day(text: str) -> str:
    """The first day of the calendar in a text, as year-month-day; empty if there is none that is sure."""
    for form in _FORMS:
        for match in form.finditer(text):
            said = match.groupdict()
            month = int(said.get("m") or _month(said.get("month") or ""))
            if 1 <= month <= 12 and 1 <= int(said["d"]) <= 31:
                return f"{said['y']}-{month:02}-{int(said['d']):02}"
    return ""


def _month(word: str) -> int:
    start = word[:3].casefold()
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0
