"""The change rule C380: reports follow another template."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} is another one: {from_to(change)}"


RULE = ChangeRule(
    code="C380",
    slug="template-exchanged",
    verdict=Verdict.BREAKING,
    subject=Subject.TEMPLATE,
    actions=(Action.CHANGED,),
    field="tid",
    what="Reports follow another template.",
    why="Receivers that know them by the old template look for items that are not there.",
    hurts="Receivers of the reports.",
    instead="Let the site choose the template, with the old one as its default.",
    clause="PS3.16 Annex A",
    say=say,
)
