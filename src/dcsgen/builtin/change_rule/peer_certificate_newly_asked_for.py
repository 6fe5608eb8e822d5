"""The change rule C572: a peer is asked for a certificate, and may do without."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, protection
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{protection(change)} asks for the certificate of the peer: {from_to(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether a peer without a certificate is let in."""
    return bool(change.after != "required")


RULE = ChangeRule(
    code="C572",
    slug="peer-certificate-newly-asked-for",
    verdict=Verdict.RISKY,
    subject=Subject.SECURE_TRANSPORT,
    actions=(Action.RAISED,),
    field="peer_certificate",
    what="A peer is asked for a certificate, and may do without.",
    why=(
        "A peer that has none is let in as before; whether the product trusts the certificate of one that shows it, "
        "nobody can tell from here."
    ),
    hurts="Peers with a certificate of an authority that the product does not know.",
    instead="Install the authorities of the peers first.",
    clause="PS3.15 6.2, PS3.15 B",
    say=say,
    when=when,
)
