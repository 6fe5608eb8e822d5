"""The change rule C004: a record has another name in the description, and is otherwise alike."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Action, ChangeRule, Verdict

RULE = ChangeRule(
    code="C004",
    slug="renamed",
    verdict=Verdict.EDITORIAL,
    subject=None,
    actions=(Action.RENAMED,),
    what="A record has another name in the description, and is otherwise alike.",
    why=(
        "The name is that of the document and of its author; peers see AE Titles, UIDs and values, which are compared"
        " on their own."
    ),
    hurts="Who looks for the old name in the document does not find it.",
    instead="Keep names if the thing is the same.",
    say=in_general,
)
