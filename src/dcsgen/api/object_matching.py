"""Says what becomes of DICOM files at a receiver: reads them, and finds the places of what the receiver states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import structs

from dcsgen.api.comparing import Side
from dcsgen.api.dicom_files import dicom_files, read_object
from dcsgen.api.loading import Loaded, without_errors
from dcsgen.base.data_set import DicomObject
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import AttributeFate, ObjectFate, ObjectMatch, Unread
from dcsgen.base.place import Path as PathOf
from dcsgen.base.place import Place
from dcsgen.base.text import quoted
from dcsgen.match.object import received
from dcsgen.version import __version__

LONGEST_TITLE = 16
"""Characters of an AE Title (PS3.5 Table 6.2-1)."""


def match_objects(
    objects: Iterable[Path | DicomObject],
    receiver: Side,
    *,
    calling: str = "",
    values: bool = False,
    draft: bool = False,
    fail_on: Outcome = Outcome.FAILS,
) -> ObjectMatch:
    """What becomes of objects at a receiver, for each of its services that takes them.

    A folder stands for all DICOM files below it. `calling` is the AE Title of who sends them. A receiver that is a
    `draft` says only a part of what it accepts. Without `values`, none of
    the objects' values is in the answer. A single file that cannot be read raises `UnreadableInputError`; of several,
    the sentences about those are in the answer. Raises `UsageError` for what can be no AE Title, and
    `UnreadableInputError` for a description with errors.
    """
    if calling and (len(calling) > LONGEST_TITLE or not calling.isascii() or "\\" in calling or not calling.strip()):
        raise UsageError(f"{quoted(calling)} is no AE Title, which has up to {LONGEST_TITLE} characters, no backslash.")
    capability = receiver if not isinstance(receiver, Loaded) else without_errors(receiver, _name(receiver))
    given = list(objects)
    found = _each(given)
    fates: list[ObjectFate] = []
    unread: list[Unread] = []
    for one in found:
        try:
            sent = one if isinstance(one, DicomObject) else read_object(one)
        except UnreadableInputError as trouble:
            if len(found) == 1:
                raise
            unread.append(Unread(str(one), str(trouble)))
            continue
        fates += received(sent, capability, calling=calling, reveal=values, draft=draft)
    return ObjectMatch(
        tool="dcsgen",
        version=__version__,
        receiver=f"{capability.product.name} {capability.product.version}".strip(),
        receiver_file=_name(receiver) if isinstance(receiver, Loaded) else "",
        calling=calling,
        with_values=values,
        fates=tuple(map(_Places(receiver).placed, fates)) if isinstance(receiver, Loaded) else tuple(fates),
        unread=tuple(unread),
        fail_on=fail_on,
    )


def _each(objects: Sequence[Path | DicomObject]) -> list[Path | DicomObject]:
    found: list[Path | DicomObject] = []
    for one in objects:
        if isinstance(one, DicomObject):
            found.append(one)
            continue
        files = dicom_files(one)
        if not files:
            raise UnreadableInputError(f"there are no DICOM files in {one}.")
        found += files
    return found


def _name(loaded: Loaded) -> str:
    return loaded.tree.sources[0].name if loaded.tree.sources else "the description"


class _Places:
    """Where the paths of the receiver stand in its files; one row may be about thousands of Attributes."""

    def __init__(self, receiver: Loaded) -> None:
        self._tree = receiver.tree
        self._found: dict[tuple[PathOf, bool], Place | None] = {}

    def of(self, path: PathOf, *, on_key: bool = False) -> Place | None:
        """The place of a path; None for none."""
        if not path:
            return None
        if (path, on_key) not in self._found:
            self._found[path, on_key] = self._tree.place(path, on_key=on_key)
        return self._found[path, on_key]

    def placed(self, fate: ObjectFate) -> ObjectFate:
        """The answer with the places of all that it rests on."""
        status = fate.status
        return structs.replace(
            fate,
            service_place=self.of(fate.service, on_key=True),
            status=structs.replace(status, place=self.of(status.row, on_key=True)) if status is not None else None,
            attributes=tuple(map(self._attribute, fate.attributes)),
            reasons=tuple(structs.replace(one, place=self.of(one.path)) for one in fate.reasons),
        )

    def _attribute(self, one: AttributeFate) -> AttributeFate:
        return structs.replace(
            one,
            place=self.of(one.row, on_key=True),
            peer_place=self.of(one.peer_row, on_key=True),
            troubles=tuple(structs.replace(each, place=self.of(each.said_by)) for each in one.troubles),
        )
