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
    fail_on: Outcome = Outcome.FAILS,
) -> ObjectMatch:
    """What becomes of objects at a receiver, for each of its services that takes them.

    A folder stands for all DICOM files below it. `calling` is the AE Title of who sends them. Without `values`, none of
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
        fates += received(sent, capability, calling=calling, reveal=values)
    return ObjectMatch(
        tool="dcsgen",
        version=__version__,
        receiver=f"{capability.product.name} {capability.product.version}".strip(),
        receiver_file=_name(receiver) if isinstance(receiver, Loaded) else "",
        calling=calling,
        with_values=values,
        fates=tuple(_placed(fate, receiver) for fate in fates) if isinstance(receiver, Loaded) else tuple(fates),
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


def _placed(fate: ObjectFate, receiver: Loaded) -> ObjectFate:
    """The answer with the places of all that it rests on."""
    place = receiver.tree.place
    status = fate.status
    return structs.replace(
        fate,
        service_place=place(fate.service, on_key=True) if fate.service else None,
        status=structs.replace(status, place=place(status.row, on_key=True)) if status and status.row else status,
        attributes=tuple(_placed_attribute(one, receiver) for one in fate.attributes),
        reasons=tuple(structs.replace(one, place=place(one.path)) if one.path else one for one in fate.reasons),
    )


def _placed_attribute(one: AttributeFate, receiver: Loaded) -> AttributeFate:
    place = receiver.tree.place
    return structs.replace(
        one,
        place=place(one.row, on_key=True) if one.row else None,
        peer_place=place(one.peer_row, on_key=True) if one.peer_row else None,
        troubles=tuple(structs.replace(each, place=place(each.said_by)) for each in one.troubles),
    )
