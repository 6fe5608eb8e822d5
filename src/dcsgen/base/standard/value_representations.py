"""Value Representations (PS3.5 6.2): how long a value may be, which characters or numbers it may be made of.

The numbers are those of PS3.5 Table 6.2-1. Values are looked at as text, the way a description writes them, without
the padding to even length. Character repertoires that depend on Specific Character Set (0008,0005) are not checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

CLAUSE = "PS3.5 Table 6.2-1"

_LONGEST = 2**32 - 2


class ValueRepresentation(NamedTuple):
    """A Value Representation. `longest` is the most that one value may have, in characters; None for binary values.

    For PN that is each of the component groups (PS3.5 6.2.1). `single` says that there is never more than one value
    (PS3.5 6.4). `least` and `most` bound what a number may be; None where nothing but the number of characters does. A
    number with `whole` has no fraction.
    """

    vr: str
    name: str
    longest: int | None = None
    single: bool = False
    number: bool = False
    whole: bool = False
    least: float | None = None
    most: float | None = None


def by_code(vr: str) -> ValueRepresentation | None:
    """The Value Representation of a code such as `DS`; None for what is none, and for alternatives (`US or SS`)."""
    return _table().get(vr)


def all_of_them() -> tuple[ValueRepresentation, ...]:
    """All Value Representations, by code."""
    return tuple(_table().values())


def problem_with(vr: str, value: str) -> str:
    """Why a value cannot be one of a Value Representation, as the end of a sentence: `is longer than 16 characters`.

    Empty if it can, if the Value Representation is binary or unknown, and for what would have to be decoded first.
    """
    known = by_code(vr)
    if known is None:
        return ""
    if known.longest is not None and vr != "PN" and len(value) > known.longest:
        return f"is longer than {known.longest} characters"
    if known.number:
        return _problem_with_number(known, value)
    form = _FORMS.get(vr)
    return "" if form is None or form.fits(value) else form.problem


def number(value: str) -> float | None:
    """The number that a value of DS or IS is (PS3.5 6.2), as a float; None if it is none."""
    return float(value) if _DECIMAL.fullmatch(value.strip(" ")) else None


class _Form(NamedTuple):
    fits: Callable[[str], object]
    problem: str


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    return match is not None and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31


def _is_person_name(value: str) -> bool:
    # One to three groups, each of at most five components and 64 characters (PS3.5 6.2.1).
    groups = value.split("=")
    return "\\" not in value and len(groups) <= 3 and all(len(g) <= 64 and g.count("^") <= 4 for g in groups)


_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([Ee][+-]?[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NO_BACKSLASH = _Form(re.compile(r"[^\\\x00-\x1a\x1c-\x1f\x7f]*").fullmatch, "has a backslash or a control character")

_FORMS = {
    "AE": _Form(re.compile(r"(?=.*[^ ])[ -\[\]-~]+").fullmatch, "is no AE Title"),
    "AS": _Form(re.compile(r"[0-9]{3}[DWMY]").fullmatch, "is no age such as 018M"),
    "CS": _Form(
        re.compile(r"[A-Z0-9_ ]*").fullmatch, "has other characters than capitals, digits, space and underscore"
    ),
    "DA": _Form(_is_date, "is no date such as 20240131"),
    "DT": _Form(re.compile(r"[0-9]{4}([0-9]{2}){0,5}(\.[0-9]{1,6})?([+-][0-9]{4})?").fullmatch, "is no date and time"),
    "LO": _NO_BACKSLASH,
    "PN": _Form(_is_person_name, "is no person name"),
    "SH": _NO_BACKSLASH,
    "TM": _Form(
        re.compile(r"([01][0-9]|2[0-3])([0-5][0-9](([0-5][0-9]|60)(\.[0-9]{1,6})?)?)?").fullmatch,
        "is no time such as 134500",
    ),
    "UC": _NO_BACKSLASH,
    "UI": _Form(re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))*").fullmatch, "is no UID"),
}


def _problem_with_number(known: ValueRepresentation, value: str) -> str:
    found = number(value)
    if found is None:
        return "is no number"
    if known.whole and not found.is_integer():
        return "is no whole number"
    if known.least is not None and found < known.least:
        return f"is less than {known.least:.0f}"
    if known.most is not None and found > known.most:
        return f"is more than {known.most:.0f}"
    return ""


def _whole(vr: str, name: str, bits: int, *, signed: bool) -> ValueRepresentation:
    least, most = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
    return ValueRepresentation(vr, name, number=True, whole=True, least=least, most=most)


@cache
def _table() -> dict[str, ValueRepresentation]:
    signed = 2**31
    rows = (
        ValueRepresentation("AE", "Application Entity", 16),
        ValueRepresentation("AS", "Age String", 4),
        ValueRepresentation("AT", "Attribute Tag"),
        ValueRepresentation("CS", "Code String", 16),
        ValueRepresentation("DA", "Date", 8),
        ValueRepresentation("DS", "Decimal String", 16, number=True),
        ValueRepresentation("DT", "Date Time", 26),
        ValueRepresentation("FD", "Floating Point Double", number=True),
        ValueRepresentation("FL", "Floating Point Single", number=True),
        ValueRepresentation("IS", "Integer String", 12, number=True, whole=True, least=-signed, most=signed - 1),
        ValueRepresentation("LO", "Long String", 64),
        ValueRepresentation("LT", "Long Text", 10240, single=True),
        ValueRepresentation("OB", "Other Byte", single=True),
        ValueRepresentation("OD", "Other Double", single=True),
        ValueRepresentation("OF", "Other Float", single=True),
        ValueRepresentation("OL", "Other Long", single=True),
        ValueRepresentation("OV", "Other 64-bit Very Long", single=True),
        ValueRepresentation("OW", "Other Word", single=True),
        ValueRepresentation("PN", "Person Name", 64),
        ValueRepresentation("SH", "Short String", 16),
        _whole("SL", "Signed Long", 32, signed=True),
        ValueRepresentation("SQ", "Sequence of Items", single=True),
        _whole("SS", "Signed Short", 16, signed=True),
        ValueRepresentation("ST", "Short Text", 1024, single=True),
        _whole("SV", "Signed 64-bit Very Long", 64, signed=True),
        ValueRepresentation("TM", "Time", 14),
        ValueRepresentation("UC", "Unlimited Characters", _LONGEST),
        ValueRepresentation("UI", "Unique Identifier", 64),
        _whole("UL", "Unsigned Long", 32, signed=False),
        ValueRepresentation("UN", "Unknown", single=True),
        ValueRepresentation("UR", "URI or URL", _LONGEST, single=True),
        _whole("US", "Unsigned Short", 16, signed=False),
        ValueRepresentation("UT", "Unlimited Text", _LONGEST, single=True),
        _whole("UV", "Unsigned 64-bit Very Long", 64, signed=False),
    )
    return {row.vr: row for row in rows}
