"""The match rule M108: a receiver takes some values only, and the sender does not state which it writes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard import iods
from dcsgen.base.standard.enumerated_values import terms_of
from dcsgen.builtin.match_rule._content import (
    called,
    effect,
    instead,
    over_network,
    same_value,
    some,
    with_status,
)
from dcsgen.model.sent import Certainty
from dcsgen.model.taken import Taken
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """The Attributes whose values decide about the object; what the standard allows no more than is no question."""
    sender, receiver = content.sender, content.receiver
    if not content.sent.stated:
        return
    for taken, sent in content.used:
        row = taken.attribute
        if not row.values or sent.attribute.values or taken.translation or sent.overall is Certainty.NEVER:
            continue
        code = row.status or content.status_for("not_accepted")
        if sent.overall is Certainty.NOT_STATED or not effect(content, taken, code, Certainty.SOMETIMES).refused:
            continue
        if _takes_all(taken):
            continue
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{receiver.name} takes {some(row.values)} only as {called(taken.read)}{instead(taken)}"
            f"{with_status(code)}; {sender.name} does not state which values it writes",
            subject=taken.read,
            sources=((sender, sent.at), *((receiver, path) for path in taken.sources)),
            missing=((sender, (*sent.at, "values"), f"the values of {called(taken.read)}"),),
        )


def _takes_all(taken: Taken) -> bool:
    """Whether the receiver takes every value that PS3.3 lists."""
    key = iods.module_key(taken.module)
    terms = terms_of(key, taken.path.split(".")[-1]) if key else None
    known = {same_value(value) for value in taken.attribute.values}
    return terms is not None and all(value in known for value in terms.values)


RULE = MatchRule(
    code="M108",
    slug="values-not-stated",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver refuses objects for values that are not in its list; the list is narrower than that of the "
    "standard, and the sender does not state which values it writes.",
    why="Whether objects are refused depends on a fact that is missing.",
    instead="Ask the vendor of the sender for the values; `dcsgen questions` collects what to ask for.",
    clause="PS3.2 A.9.1.1, PS3.5 6.3",
    together="{user} does not state its values of {count} Attributes of which {provider} takes some only",
    judge=over_network(say),
)
