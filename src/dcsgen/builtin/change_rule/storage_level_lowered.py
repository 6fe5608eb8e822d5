"""The change rule C254: a storage provider keeps less of the objects: its level of conformance is lower."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the level of conformance of {service(change, sides)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C254",
    slug="storage-level-lowered",
    verdict=Verdict.BREAKING,
    subject=Subject.SERVICE,
    actions=(Action.LOWERED,),
    field="level_of_conformance",
    what="A storage provider keeps less of the objects: its level of conformance is lower.",
    why=(
        "At level 2 all Attributes are kept, private ones too, at level 1 those of Type 1 and 2, at level 0 a list of "
        "the vendor's own; the rest may be discarded."
    ),
    hurts="Everybody who gets objects back from it, above all users of Type 3 and private Attributes.",
    instead="Keep the level, or name what is discarded.",
    clause="PS3.4 B.4.1",
    say=say,
)
