"""The data elements of the standard (PS3.6 clauses 6 to 9, PS3.7 Annex E), by keyword, name or Tag.

They are pydicom's; none of the functions imports the pydicom package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dcsgen.base.standard.pydicom_tables import Row, tables
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import closest

_TAG = re.compile(r"([0-9A-FX]{4}),?([0-9A-FX]{4})|\(([0-9A-FX]{4}),([0-9A-FX]{4})\)")


class Element(NamedTuple):
    """A data element. `tag` is `(0010,0020)`, or `(60xx,3000)` for one of a repeating group.

    `vr` and `vm` are as PS3.6 prints them (`OB or OW`, `1-n`); keyword and name are empty where it withdrew them.
    """

    tag: str
    keyword: str
    name: str
    vr: str
    vm: str
    retired: bool


def by_keyword(keyword: str) -> Element | None:
    """The data element with exactly this keyword, e.g. `PatientID` or `OverlayData`."""
    key = _keywords().get(keyword)
    return None if key is None else _element(key)


@cache
def name_of_path(path: str) -> str:
    """The name of the data element at a dotted path, after those of the Sequences that it is in; an unknown keyword
    stands for itself.

    >>> name_of_path("ReferencedStudySequence.ReferencedSOPClassUID")
    'Referenced Study Sequence > Referenced SOP Class UID'
    """
    found = [(by_keyword(step), step) for step in path.split(".")]
    return " > ".join(element.name if element and element.name else step for element, step in found)


def by_tag(text: str) -> Element | None:
    """The data element of a Tag written `(0010,0020)`, `0010,0020` or `00100020`.

    `(6002,3000)` and `(60xx,3000)` both give the one of the repeating group. A text that is no Tag gives None.
    """
    match = _TAG.fullmatch("".join(text.split()).upper())
    if match is None:
        return None
    digits = "".join(part for part in match.groups() if part).replace("X", "x")
    if digits in _repeating():
        return _element(digits)
    if "x" in digits:
        return None
    tag = int(digits, 16)
    if tag in _single():
        return _element(tag)
    # Groups with an odd number are private, so they never belong to a repeating group (PS3.5 7.6 and 7.8).
    even = tag >> 16 & 1 == 0
    return next((_element(key) for key in _repeating() if even and _covers(key, digits)), None)


def all_elements() -> Iterator[Element]:
    """All data elements by Tag, then those of repeating groups; retired ones too."""
    yield from map(_element, sorted(_single()))
    yield from map(_element, sorted(_repeating()))


def find(text: str) -> Element | None:
    """The data element that a text names: by Tag, keyword or name; case, spaces and punctuation do not count."""
    found = by_keyword(text) or by_tag(text)
    if found is None and (key := _spellings().get(spelled(text))) is not None:
        found = _element(key)
    return found


def suggest(text: str, limit: int = 3) -> tuple[str, ...]:
    """Keywords that a misspelt keyword or name may have meant, best first; none if nothing comes near."""
    spellings = _spellings()
    # Keyword and name of one data element can both come near, so more are asked for than are wanted.
    matches = closest(spelled(text), spellings, limit * 2)
    return tuple(dict.fromkeys(_element(spellings[form]).keyword for form in matches))[:limit]


def _single() -> dict[int, Row]:
    found: dict[int, Row] = tables("_dicom_dict").DicomDictionary
    return found


def _repeating() -> dict[str, Row]:
    found: dict[str, Row] = tables("_dicom_dict").RepeatersDictionary
    return found


@cache
def _keywords() -> dict[str, int | str]:
    keywords: dict[str, int | str] = {row[4]: tag for tag, row in _single().items() if row[4]}
    keywords.update((row[4], mask) for mask, row in _repeating().items())
    return keywords


@cache
def _spellings() -> dict[str, int | str]:
    spellings: dict[str, int | str] = {}
    for rows in (_single(), _repeating()):
        spellings.update((spelled(row[2]), key) for key, row in rows.items() if row[4])
    # Last come the keywords: what is one data element's keyword is never taken for another's name.
    spellings.update((keyword.casefold(), key) for keyword, key in _keywords().items())
    return spellings


def _element(key: int | str) -> Element:
    """The data element of a Tag as a number, or of a mask such as `60xx3000`."""
    if isinstance(key, int):
        vr, vm, name, retired, keyword = _single()[key]
        digits = f"{key:08X}"
    else:
        vr, vm, name, retired, keyword = _repeating()[key]
        digits = key
    return Element(f"({digits[:4]},{digits[4:]})", keyword, name, vr, vm, bool(retired))


def _covers(mask: str, digits: str) -> bool:
    return all(m in ("x", d) for m, d in zip(mask, digits, strict=True))
