"""The match rule M112: a receiver compares values with those that it has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.words import Overwrite
from dcsgen.builtin.match_rule._content import WRITTEN, called, in_quotes, instead, over_network, with_status
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """What has to agree in both systems before an object is sent."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        row = taken.attribute
        # The status of a row with values is about those.
        if row.overwrite is not Overwrite.COMPARED or not row.status or row.values or sent.overall is Certainty.NEVER:
            continue
        refused = content.refuses(row.status) is True
        if not refused and sent.overall not in WRITTEN:
            continue
        what = f"{called(taken.read)}{instead(taken)}"
        otherwise = f": {in_quotes(row.otherwise)}" if row.otherwise else ""
        can = "can refuse the object" if refused else "can use its own instead"
        yield Said(
            outcome=Outcome.WORKS if refused else Outcome.LOSS,
            message=f"{receiver.name} compares {what} with the value that it has, and {can}"
            f"{with_status(row.status)}{otherwise}",
            subject=taken.read,
            loss=None if refused else Loss.COERCED,
            condition=f"{what} has to agree in {sender.name} and {receiver.name}" if refused else "",
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
        )


RULE = MatchRule(
    code="M112",
    slug="value-compared-with-record",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver compares a value with the one that it has already, such as the name of the patient, and does "
    "something else if they differ.",
    why="Objects can be refused although both products are as they should be: the same patient is written "
    "differently, or is not registered.",
    instead="Have both systems take patients from the same source.",
    clause="PS3.2 A.9.1.2",
    together="{count} values of {user} have to agree with those that {provider} has",
    judge=over_network(say),
)
