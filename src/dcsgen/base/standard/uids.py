"""The registered UIDs (PS3.6 Annex A), found by UID, keyword or name.

They are pydicom's, with a few later ones; none of the functions imports the pydicom package.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from dcsgen.base.standard.pydicom_tables import Row, edition, tables
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.standard.uid import Uid as Uid
from dcsgen.base.standard.uid_overlay import EDITION as LATER_EDITION
from dcsgen.base.standard.uid_overlay import LATER
from dcsgen.base.text import closest

SOP_CLASSES = frozenset({"SOP Class", "Meta SOP Class"})
TRANSFER_SYNTAXES = frozenset({"Transfer Syntax"})

# What people add to the name of a SOP Class, or leave out: "CT Image Storage SOP Class", "CT Image".
_TAIL = re.compile("(?<=.)(storage)?(sopclass(uid)?)?$")

Index = dict[str, tuple[Uid, ...]]


def by_uid(uid: str) -> Uid | None:
    """What is registered under a UID."""
    return _registry().get(uid)


def all_of(kinds: frozenset[str]) -> tuple[Uid, ...]:
    """All UIDs of some kinds, in the order of their components, retired ones too."""
    return tuple(sorted((u for u in _registry().values() if u.kind in kinds), key=_components))


def all_kinds() -> frozenset[str]:
    """The UID Types that the registry has, e.g. `Transfer Syntax`, `Well-known SOP Instance`."""
    return frozenset(u.kind for u in _registry().values())


def edition_of(uid: str) -> str:
    """The edition of the registry that a UID was taken from; empty for what is not registered."""
    if uid in _pydicoms():
        return edition()
    return LATER_EDITION if by_uid(uid) is not None else ""


def find(text: str, kinds: frozenset[str]) -> Uid | None:
    """The UID of one of the kinds that a text names: by itself, by its keyword or by its name.

    Case, spaces, hyphens and punctuation do not count, and "SOP Class" or "Storage" may be missing or too many
    at the end. Of several with one name the only one that is not retired is meant; None if that leaves a choice.
    """
    by_itself = by_uid(text.strip())
    if by_itself is not None:
        return by_itself if by_itself.kind in kinds else None
    exact, loose = _indices()
    form = spelled(text)
    return _the_one(exact.get(form, ()), kinds) or _the_one(loose.get(_TAIL.sub("", form), ()), kinds)


def suggest(text: str, kinds: frozenset[str], limit: int = 3) -> tuple[str, ...]:
    """Keywords that a misspelt name may have meant, best first; none if nothing comes near."""
    exact, loose = _indices()
    keywords = {form: u.keyword for index in (loose, exact) for form in index if (u := _the_one(index[form], kinds))}
    # A keyword can be met under several forms, so more are asked for than are wanted.
    matches = closest(spelled(text), keywords, limit * 4)
    return tuple(dict.fromkeys(keywords[form] for form in matches))[:limit]


@cache
def _registry() -> dict[str, Uid]:
    registry = {u.uid: u for u in LATER}
    for uid, (name, kind, _, retired, keyword) in _pydicoms().items():
        registry[uid] = Uid(uid, name, kind, keyword, bool(retired))
    return registry


def _pydicoms() -> dict[str, Row]:
    found: dict[str, Row] = tables("_uid_dict").UID_dictionary
    return found


@cache
def _indices() -> tuple[Index, Index]:
    """UIDs by the spelling of what PS3.6 calls them, and the same without the usual ends of such names."""
    remarks = {uid: row[2] for uid, row in _pydicoms().items()}
    exact: dict[str, dict[Uid, None]] = defaultdict(dict)
    loose: dict[str, dict[Uid, None]] = defaultdict(dict)
    for uid in _registry().values():
        if not uid.keyword:
            continue
        for name in (uid.keyword, uid.name):
            exact[spelled(name)][uid] = None
            loose[_TAIL.sub("", spelled(name))][uid] = None
        # As PS3.6 prints it: "Implicit VR Little Endian: Default Transfer Syntax for DICOM".
        exact[spelled(uid.name + remarks.get(uid.uid, ""))][uid] = None
        if uid.retired:
            exact[spelled(f"{uid.name} (Retired)")][uid] = None
    return _frozen(exact), _frozen(loose)


def _frozen(index: dict[str, dict[Uid, None]]) -> Index:
    return {form: tuple(found) for form, found in index.items()}


def _the_one(candidates: tuple[Uid, ...], kinds: frozenset[str]) -> Uid | None:
    fitting = [uid for uid in candidates if uid.kind in kinds]
    if len(fitting) > 1:
        fitting = [uid for uid in fitting if not uid.retired]
    return fitting[0] if len(fitting) == 1 else None


def _components(uid: Uid) -> tuple[int, ...]:
    return tuple(map(int, uid.uid.split(".")))
