"""The change rule C002: text for people, or what only explains the product."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Area, Change, ChangeRule, Sides, Subject, Verdict


def when(change: Change, sides: Sides) -> bool:
    """Whether it is about words, or about who and what is described."""
    return change.words or change.area is Area.DOCUMENT or change.subject is Subject.PRODUCT


RULE = ChangeRule(
    code="C002",
    slug="words-changed",
    verdict=Verdict.EDITORIAL,
    subject=None,
    actions=(),
    what=(
        "Text for people, or what only explains the product (activities, sequences, the document itself), is another "
        "one."
    ),
    why=(
        "Prose can say anything, so only a reader can tell whether the product differs; everything that programs can "
        "compare is compared elsewhere."
    ),
    hurts="A reader who relies on what was written before has to read it again.",
    instead="Say in keys what keys can say, so that it is compared.",
    say=in_general,
    when=when,
)
