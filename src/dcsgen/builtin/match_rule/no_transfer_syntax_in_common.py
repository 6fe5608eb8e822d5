"""The match rule M002: user and provider have no Transfer Syntax in common for a SOP Class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.text import listed
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    context, initiator, acceptor = meeting.context, meeting.initiator, meeting.acceptor
    if context is None or initiator is None or acceptor is None:
        return
    paths = tuple((party, (*party.path, "transfer_syntaxes")) for party in (initiator, acceptor))
    unstated = [(party, path) for party, path in paths if not party.service.transfer_syntaxes]
    if unstated:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"which Transfer Syntaxes {listed([party.name for party, _ in unstated], 'and')} "
            f"{'have' if len(unstated) > 1 else 'has'} is not stated",
            missing=tuple((party, path, "its Transfer Syntaxes") for party, path in unstated),
            sources=paths,
        )
    elif not context.common:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{acceptor.name} accepts none of the Transfer Syntaxes that {initiator.name} proposes: accepted "
            f"{_are(context.accepted)}, proposed {_are(context.proposed)}",
            sources=paths,
            remedies=(
                (initiator, f"propose {listed(list(context.accepted.values()), 'or')}"),
                (acceptor, f"accept {listed(list(context.proposed.values()), 'or')}"),
            ),
        )


def _are(found: Mapping[str, str]) -> str:
    names = listed(list(found.values()), "and")
    return f"{'is' if len(found) == 1 else 'are'} {names}"


RULE = MatchRule(
    code="M002",
    slug="no-transfer-syntax-in-common",
    means=Means.NETWORK,
    what="No Transfer Syntax that one side proposes is one that the other one accepts.",
    why="The Presentation Context is rejected with the reason *transfer-syntaxes-not-supported*: nothing of this SOP "
    "Class can be exchanged.",
    instead="Have one side support a Transfer Syntax of the other one. Implicit VR Little Endian is the default that "
    "every implementation has to have, unless it sends only what is compressed.",
    clause="PS3.8 9.3.3.2, PS3.5 10.1",
    judge=judge,
)
