"""The match rule M103: a sender writes values that the receiver does not take."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._content import (
    called,
    effect,
    in_quotes,
    instead,
    outside,
    over_network,
    some,
    with_status,
)
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The values that are not in the receiver's list, after the translation that is configured for the sender."""
    sender, receiver = content.sender, content.receiver
    for taken, sent in content.used:
        wrong = outside(taken, sent) if taken.attribute.values else ()
        if not wrong or sent.overall is Certainty.NEVER:
            continue
        every = len(wrong) == len(sent.attribute.values) and sent.overall is Certainty.ALWAYS
        certainty = Certainty.ALWAYS if every else Certainty.SOMETIMES
        row = taken.attribute
        code = row.status or content.status_for("not_accepted")
        found = effect(content, taken, code, certainty)
        what = f"{called(taken.read)}{instead(taken)}"
        takes_not = "refuses" if found.refused else "does not take"
        then = f". {in_quotes(row.otherwise)}" if row.otherwise and not found.refused else ""
        remark = f". {sender.name} says: {in_quotes(sent.attribute.remark)}" if sent.attribute.remark else ""
        yield Said(
            outcome=found.outcome,
            message=f"{receiver.name} {takes_not} {some(wrong)} as {what}{with_status(code)}; {sender.name} "
            f"writes {some(sent.attribute.values)}{then}{remark}",
            subject=taken.read,
            loss=None if found.outcome is Outcome.FAILS else found.loss,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
            remedies=(
                (sender, f"write {some(row.values)} only"),
                (receiver, f"take {some(wrong)} as {what}"),
            )
            if found.outcome is Outcome.FAILS
            else (),
        )


RULE = MatchRule(
    code="M103",
    slug="value-not-accepted",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender writes values of an Attribute that are not among those which the receiver takes.",
    why="By the status that the receiver returns then, the object is refused, or the value is changed or not used. If "
    "all values of the sender are of this kind and the Attribute is always there, no object is taken.",
    instead="Have users of the sender avoid these values for this destination, or have the values translated by the "
    "receiver's AE-specific mapping.",
    clause="PS3.2 A.9.1.1, A.9.1.2",
    together="{provider} does not take all values of {count} Attributes that {user} writes",
    judge=over_network(say),
)
