"""The match rule M205: the provider does not take an Attribute that the user sends with an operation."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import Presence
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.elements import name_of_path
from dcsgen.model.operated import unlisted
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import Exchange, exchanges

_ALWAYS_READ = "SpecificCharacterSet"


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each Attribute with a value; of what is in a Sequence, only the Sequence if that is not taken."""
    for exchange in exchanges(meeting):
        sent, taken = exchange
        if sent.party is not meeting.user or not taken.operation.attributes or taken.party.draft:
            continue
        for path in _left_out(exchange):
            name = name_of_path(path)
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{taken.party.name} does not take {name}, which {sent.party.name} sends with {sent.name}",
                subject=path,
                loss=Loss.IGNORED,
                sources=((sent.party, sent.at(path)), (taken.party, (*taken.path, "attributes"))),
            )


def _left_out(exchange: Exchange) -> dict[str, None]:
    known = exchange.taken.operation.attributes
    return {
        outermost: None
        for path, one in exchange.sent.operation.attributes.items()
        if not one.implied and one.presence is not Presence.EMPTY and path != _ALWAYS_READ
        if (outermost := unlisted(known, path))
    }


RULE = MatchRule(
    code="M205",
    slug="attribute-not-taken",
    means=Means.NETWORK,
    what="The user sends an Attribute with a DIMSE-N operation, and it is not among those that the provider takes.",
    why="The provider leaves it out, perhaps with the warning *Attribute list error* (0107): nobody sees the value. A "
    "strict one refuses the whole operation with *no such Attribute* (0105).",
    instead="Have the provider take it if anybody needs it.",
    clause="PS3.7 C.4.2, C.5.17",
    together="{provider} does not take {count} Attributes that {user} sends",
    judge=judge,
)
