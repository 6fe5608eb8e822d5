"""The change rule C103: a user no longer proposes a Transfer Syntax other than the default one."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import DEFAULT_TRANSFER_SYNTAX, is_its_own, name, service, sop_classes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer proposes {name(change)} for {sop_classes(change, sides)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is another one than the default, of which C105 speaks."""
    return is_its_own(change, sides) and change.key != DEFAULT_TRANSFER_SYNTAX


RULE = ChangeRule(
    code="C103",
    slug="transfer-syntax-no-longer-proposed",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user no longer proposes a Transfer Syntax other than the default one.",
    why=(
        "Objects that it sent or asked for in this encoding go another way now: converted, decompressed, or not at all."
    ),
    hurts="Providers that keep objects in this encoding, and those that accept no other for them.",
    instead="Propose it as long as peers need it.",
    clause="PS3.8 9.3.2.2",
    say=say,
    when=when,
)
