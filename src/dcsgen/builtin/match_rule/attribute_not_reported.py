"""The match rule M206: the user reads an Attribute that the provider does not report."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.elements import name_of_path
from dcsgen.model.operated import unlisted
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import exchanges


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each Attribute of an N-GET or N-EVENT-REPORT; one that is sent at times only is none."""
    for sent, taken in exchanges(meeting):
        if sent.party is not meeting.provider or not sent.operation.attributes or sent.party.draft:
            continue
        for path, one in taken.operation.attributes.items():
            if one.implied or not unlisted(sent.operation.attributes, path):
                continue
            name = name_of_path(path)
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{taken.party.name} reads {name} of {taken.name}, which {sent.party.name} does not send",
                subject=path,
                loss=Loss.IGNORED,
                sources=((taken.party, taken.at(path)), (sent.party, (*sent.path, "attributes"))),
            )


RULE = MatchRule(
    code="M206",
    slug="attribute-not-reported",
    means=Means.NETWORK,
    what="The user does something with an Attribute of a notification or of what it reads by N-GET, and the provider "
    "does not send it.",
    why="What the user does with it does not happen.",
    instead="Have the provider send it.",
    clause="PS3.7 10.1.1, 10.1.2",
    together="{provider} does not send {count} Attributes that {user} reads",
    judge=judge,
)
