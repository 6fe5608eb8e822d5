"""The change rule C003: a reference leads to the same record by its new name."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Verdict

RULE = ChangeRule(
    code="C003",
    slug="reference-follows-name",
    verdict=Verdict.EDITORIAL,
    subject=None,
    actions=(Action.CHANGED, Action.RENAMED),
    echo_of=(Action.RENAMED,),
    what="A reference leads to the same record by its new name.",
    why="The record was renamed; that is told once.",
    say=in_general,
)
