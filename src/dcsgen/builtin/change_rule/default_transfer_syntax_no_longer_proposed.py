"""The change rule C105: a user no longer proposes Implicit VR Little Endian, the default Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import DEFAULT_TRANSFER_SYNTAX, is_its_own, service, sop_classes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer proposes the default Transfer Syntax for {sop_classes(change, sides)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is the default Transfer Syntax."""
    return is_its_own(change, sides) and change.key == DEFAULT_TRANSFER_SYNTAX


RULE = ChangeRule(
    code="C105",
    slug="default-transfer-syntax-no-longer-proposed",
    verdict=Verdict.BREAKING,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user no longer proposes Implicit VR Little Endian, the default Transfer Syntax.",
    why=(
        "Every provider supports the default, and some support nothing else; with those, no Presentation Context is "
        "accepted any more."
    ),
    hurts="Providers that support only the default Transfer Syntax.",
    instead="Propose it in each Abstract Syntax, unless objects exist only in a lossy encoding.",
    clause="PS3.5 10.1",
    say=say,
    when=when,
)
