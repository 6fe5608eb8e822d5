"""The change rule C240: files have another Implementation Class UID in their File Meta Information."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes another Implementation Class UID into files: {from_to(change)}"


RULE = ChangeRule(
    code="C240",
    slug="file-implementation-uid-changed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FILE_META_INFORMATION,
    actions=(Action.CHANGED,),
    field="implementation_class_uid",
    what="Files have another Implementation Class UID in their File Meta Information.",
    why="It tells which software wrote a file; readers go by the Transfer Syntax and the SOP Class.",
    hurts="Nobody is hurt, unless a reader has been taught to treat the old UID in its own way.",
    instead="Tell support staff.",
    clause="PS3.10 7.1",
    say=say,
)
