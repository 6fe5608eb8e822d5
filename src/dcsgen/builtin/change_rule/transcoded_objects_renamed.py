"""The change rule C290: transcoded objects have a new SOP Instance UID, or keep their old one, other than before."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'what the transcoding "{change.path[3]}" of {service(change, sides)} gives goes {from_to(change)}'


def when(change: Change, sides: Sides) -> bool:
    """Whether it was done and still is."""
    return "not_supported" not in (change.before, change.after)


RULE = ChangeRule(
    code="C290",
    slug="transcoded-objects-renamed",
    verdict=Verdict.RISKY,
    subject=Subject.TRANSCODING,
    actions=(Action.CHANGED,),
    field="result",
    what="Transcoded objects have a new SOP Instance UID, or keep their old one, other than before.",
    why=(
        "References to the object lead to it by its UID; whether anybody holds such references, nobody can tell from "
        "here."
    ),
    hurts="Systems that hold the original and the transcoded object, or references to either.",
    instead="Give a new UID after lossy compression, and only then.",
    clause="PS3.2 Table N.5-9",
    say=say,
    when=when,
)
