"""The change rule C476: a peer has to show a certificate, or is asked for one, where it was not."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} demands the certificate of the peer: {from_to(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether a peer without a certificate is refused."""
    return bool(change.after == "required")


RULE = ChangeRule(
    code="C476",
    slug="peer-certificate-now-demanded",
    verdict=Verdict.BREAKING,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.RAISED,),
    field="peer_certificate",
    what="A peer has to show a certificate where it could do without.",
    why="A peer without a certificate that the product trusts is refused in the handshake.",
    hurts="Peers whose certificates nobody has issued or installed.",
    instead="Ask first and log, and insist when all peers have theirs.",
    clause="PS3.15 6.2, PS3.15 B",
    say=say,
    when=when,
)
