"""The match rule M012: the acceptor wants to be called by an AE Title that is not its own as delivered."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._association import pair, policy_path, title_path
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What has to be set up."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    titles = acceptor.entity.association.accepted_called_ae_titles
    own = acceptor.address.ae_title if acceptor.address else ""
    if isinstance(titles, tuple) and titles and own not in titles:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{acceptor.ae} of {acceptor.name} wants to be called {listed(list(titles), 'or')}",
            condition=f"have {initiator.name} call {acceptor.ae} of {acceptor.name} by the AE Title "
            f"{listed(list(titles), 'or')}",
            sources=((acceptor, policy_path(acceptor, "accepted_called_ae_titles")), (acceptor, title_path(acceptor))),
        )


RULE = MatchRule(
    code="M012",
    slug="called-title-not-accepted",
    means=Means.NETWORK,
    what="The acceptor answers to certain called AE Titles only, and its own AE Title as delivered is not one.",
    why="The Association is rejected with the reason *called-AE-title-not-recognized*.",
    instead="Enter one of these AE Titles at the initiator.",
    clause="PS3.8 9.3.4",
    judge=judge,
)
