"""The change rule C477: a peer need no longer show a certificate."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} asks less for the certificate of the peer: {from_to(change)}"


RULE = ChangeRule(
    code="C477",
    slug="peer-certificate-no-longer-demanded",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.LOWERED,),
    field="peer_certificate",
    what="A peer need no longer show a certificate.",
    why="Peers that show one are let in as before. Whether a site wants others is a question of its security.",
    clause="PS3.15 6.2, PS3.15 B",
    say=say,
)
