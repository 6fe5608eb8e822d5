"""The change rule C378: a template of reports is gone."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the template "{change.key}" is gone'


RULE = ChangeRule(
    code="C378",
    slug="template-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.TEMPLATE,
    actions=(Action.REMOVED,),
    what="A template of reports is gone.",
    why="Reports are no longer written, or no longer read, by it.",
    hurts="Receivers that know the reports by this template, or senders of such reports.",
    instead="Keep it, or name the one that takes its place.",
    clause="PS3.2 N.10",
    say=say,
)
