"""The change rule C564: files name another Application Entity as their source."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes another Source Application Entity Title into files: {from_to(change)}"


RULE = ChangeRule(
    code="C564",
    slug="file-source-changed",
    verdict=Verdict.RISKY,
    subject=Subject.FILE_META_INFORMATION,
    actions=(Action.CHANGED,),
    field="source_ae_title",
    what="Files name another Application Entity as their source.",
    why="Most readers do not look at it; one that sorts or routes files by it, takes them for those of another system.",
    hurts="Readers that go by the source of a file.",
    instead="Keep it, or announce it to sites that route by it.",
    clause="PS3.10 7.1",
    say=say,
)
