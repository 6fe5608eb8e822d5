"""The change rule C241: files have another Implementation Version Name in their File Meta Information."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes another Implementation Version Name into files: {from_to(change)}"


RULE = ChangeRule(
    code="C241",
    slug="file-implementation-version-changed",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FILE_META_INFORMATION,
    actions=(Action.CHANGED,),
    field="implementation_version_name",
    what="Files have another Implementation Version Name in their File Meta Information.",
    why="It tells which version wrote a file; readers go by the Transfer Syntax and the SOP Class.",
    hurts="Nobody is hurt, unless a reader has been taught to treat the old name in its own way.",
    instead="Tell support staff.",
    clause="PS3.10 7.1",
    say=say,
)
