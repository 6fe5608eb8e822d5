"""The change rule C001: a name, a Tag, a type or a meaning that the standard gives is another one."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import in_general
from dcsgen.plugin import Change, ChangeRule, Sides, Verdict


def when(change: Change, sides: Sides) -> bool:
    """Whether it is the standard that differs."""
    return change.standard


RULE = ChangeRule(
    code="C001",
    slug="standard-says-otherwise",
    verdict=Verdict.EDITORIAL,
    subject=None,
    actions=(),
    what="A name, a Tag, a type or a meaning that the standard gives is another one.",
    why=(
        "The two descriptions were resolved with different editions of what dcsgen knows of the standard; the product"
        " need not have changed."
    ),
    instead="Resolve both descriptions with the same version of dcsgen.",
    say=in_general,
    when=when,
)
