"""What rules about media ask of both sides: SOP Classes of File-sets with their Transfer Syntaxes."""

from __future__ import annotations

from typing import NamedTuple

from dcsgen.model import MediaService

DIRECTORY = "1.2.840.10008.1.3.10"
"""Media Storage Directory Storage: the DICOMDIR, which every File-set has."""


class Content(NamedTuple):
    """A SOP Class of a File-set: its name, and its Transfer Syntaxes by UID with their names."""

    name: str
    transfer_syntaxes: dict[str, str]


def contents(service: MediaService) -> dict[str, Content]:
    """What is in the File-sets of a service, by the UIDs of SOP Classes, without the directory."""
    found: dict[str, Content] = {}
    for content in service.contents.values():
        for sop_class in content.sop_classes:
            if sop_class.uid != DIRECTORY:
                before = found.get(sop_class.uid, Content(sop_class.name, {})).transfer_syntaxes
                own = {one.uid: one.name for one in content.transfer_syntaxes}
                found[sop_class.uid] = Content(sop_class.name, {**before, **own})
    return found
