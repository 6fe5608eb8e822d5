"""The names of SOP Classes, Transfer Syntaxes and Attributes as they are written, and the keyword of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dcsgen.base.standard import elements, uids
from dcsgen.plugin import Path, Repair, SetValue, Written

SOP_CLASS, TRANSFER_SYNTAX, ELEMENT = "sop-class", "transfer-syntax", "element"
"""What a name is of, as `x-dicom` in the schemas says it."""

WHAT = {SOP_CLASS: "SOP Class", TRANSFER_SYNTAX: "Transfer Syntax", ELEMENT: "Attribute"}

_OF_UIDS = {SOP_CLASS: uids.SOP_CLASSES, TRANSFER_SYNTAX: uids.TRANSFER_SYNTAXES}
_OWN = {SOP_CLASS: "sop_classes", TRANSFER_SYNTAX: "transfer_syntaxes"}


class Name(NamedTuple):
    """A name that is not written as its keyword: where, what it is of, as written, and the keyword.

    `by_number` says that it is written as a UID or a Tag.
    """

    path: Path
    of: str
    written: str
    keyword: str
    by_number: bool

    @property
    def repair(self) -> Repair:
        """The keyword in its place, which means the same."""
        changes = (SetValue(self.path, self.keyword),)
        return Repair(title=f'write "{self.keyword}"', changes=changes, keeps_facts=True)


def other_names(description: Written) -> Iterator[Name]:
    """The names that have a keyword and are not written so, but for those in records that plug-ins give."""
    owns = {of: _Own(description.data.get(collection)) for of, collection in _OWN.items()}
    for path, of, written in names(description):
        found = _keyword(of, written, owns.get(of))
        if found is not None and found[0] != written:
            yield Name(path, of, written, *found)


def names(description: Written) -> Iterator[tuple[Path, str, str]]:
    """Path, sort and text of each name, those in sets too; references to sets are left out."""
    for path, of, written in description.names:
        if of in WHAT and not _is_reference(of, written) and path[:2] not in description.given:
            yield path, of, written
    for name, sorts in sorts_of_sets(description).items():
        # Of a set with both, it would depend on the list that refers to it what a name means.
        if len(sorts) == 1:
            for index, item in enumerate(description.data["sets"][name]):
                if not item.startswith("$"):
                    yield ("sets", name, index), *sorts, item


def sorts_of_sets(description: Written) -> dict[str, set[str]]:
    """What the sets are of, by the lists that refer to them, directly or through other sets."""
    sets: dict[str, list[str]] = description.data.get("sets", {})
    found: dict[str, set[str]] = {name: set() for name in sets}
    for _, of, written in description.names:
        if _is_reference(of, written) and written[1:] in found:
            found[written[1:]].add(of)
    waiting = [name for name, sorts in found.items() if sorts]
    while waiting:
        name = waiting.pop()
        for inner in (item[1:] for item in sets[name] if item.startswith("$")):
            if inner in found and not found[name] <= found[inner]:
                found[inner] |= found[name]
                waiting.append(inner)
    return found


def _is_reference(of: str, written: str) -> bool:
    return written.startswith("$") and of in _OWN


def keyword_of(of: str, written: str, description: Written) -> str:
    """The keyword of a name, or the name itself if it has none."""
    found = _keyword(of, written, _Own(description.data.get(_OWN[of])))
    return found[0] if found else written


def uid_of(of: str, written: str, description: Written) -> str:
    """The UID of a name of a SOP Class or Transfer Syntax; empty if it has none, as a reference to a set."""
    own = description.data.get(_OWN[of], {}).get(written)
    found = uids.find(written, _OF_UIDS[of]) if own is None else None
    return str(own["uid"]) if own is not None else found.uid if found else ""


class _Own:
    """The keys and UIDs of the description's own SOP Classes or Transfer Syntaxes."""

    def __init__(self, records: Any) -> None:
        self.by_uid: dict[str, list[str]] = {}
        self.keys = set(records) if isinstance(records, dict) else set()
        for key, record in records.items() if isinstance(records, dict) else ():
            self.by_uid.setdefault(record.get("uid", ""), []).append(key)


def _keyword(of: str, written: str, own: _Own | None) -> tuple[str, bool] | None:
    """The keyword, or the key of the description's own, and whether the name is a number; None without one."""
    if own is None:
        element = elements.find(written)
        return (element.keyword, elements.by_tag(written) is not None) if element and element.keyword else None
    if written in own.keys:
        return written, False
    if written in own.by_uid:
        # Which of several is meant is said nowhere.
        return (own.by_uid[written][0], True) if len(own.by_uid[written]) == 1 else None
    uid = uids.find(written, _OF_UIDS[of])
    if uid is None or not uid.keyword or uid.keyword in own.keys:
        return None
    return uid.keyword, uids.by_uid(written.strip()) is not None
