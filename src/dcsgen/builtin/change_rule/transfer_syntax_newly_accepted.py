"""The change rule C102: a provider accepts one more Transfer Syntax."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import is_its_own, name, service, sop_classes
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} accepts {name(change)} for {sop_classes(change, sides)}, too"


RULE = ChangeRule(
    code="C102",
    slug="transfer-syntax-newly-accepted",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.TRANSFER_SYNTAX,
    actions=(Action.ADDED,),
    role="SCP",
    what="A provider accepts one more Transfer Syntax.",
    why="Peers that do not propose it see no difference; what an acceptor prefers is told on its own.",
    clause="PS3.8 9.3.3.2",
    say=say,
    when=is_its_own,
)
