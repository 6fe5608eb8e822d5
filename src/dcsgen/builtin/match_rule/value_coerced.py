"""The match rule M127: a receiver changes Attributes of the objects that it stores."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import CoercionChange, CoercionWhen
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._content import called, in_quotes, over_network
from dcsgen.model import Coercion
from dcsgen.model.sent import Certainty
from dcsgen.plugin import MatchRule, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content) -> Iterator[Said]:
    """What is changed in objects of the SOP Class; what is added or was never there loses nothing."""
    sender, receiver = content.sender, content.receiver
    for path, one in (receiver.service.coercion or {}).items():
        if one.implied or (one.sop_classes and content.sop_class.uid not in {each.uid for each in one.sop_classes}):
            continue
        known = content.sent.attributes.get(path)
        never = content.sent.stated and (known is None or known.overall is Certainty.NEVER)
        if one.change is CoercionChange.ADDED and never:
            continue
        if one.change is CoercionChange.REMOVED and (known is None or known.overall is Certainty.NEVER):
            continue
        lost = one.change is not CoercionChange.ADDED
        yield Said(
            outcome=Outcome.LOSS if lost else Outcome.WORKS,
            message=f"{receiver.name} {_VERBS[one.change]} {called(path)}{_when(one)}{_to(one)}",
            subject=path,
            loss=Loss.COERCED if lost else None,
            sources=(
                *(((sender, known.at),) if known is not None else ()),
                (receiver, (*receiver.path, "coercion", path)),
            ),
        )


_VERBS = {
    CoercionChange.MODIFIED: "changes",
    CoercionChange.ADDED: "adds",
    CoercionChange.REMOVED: "removes",
}
_WHEN = {
    CoercionWhen.ALWAYS: "",
    CoercionWhen.CONFIGURATION: " if it is configured so",
    CoercionWhen.EXTERNAL: " by what another system says",
    CoercionWhen.OTHER: " at times",
    None: "",
}


def _when(one: Coercion) -> str:
    return _WHEN[one.when]


def _to(one: Coercion) -> str:
    words = in_quotes(one.new_value, one.remark)
    return f": {words}" if words else ""


RULE = MatchRule(
    code="M127",
    slug="value-coerced",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The receiver changes, adds or removes Attributes of the objects that it stores.",
    why="Whoever gets an object back gets other values than were sent; identifiers of patients and studies are the "
    "usual case. The status B000 tells the sender, if it is returned.",
    instead="Have the sender take its patients from the same source, so that nothing needs to be changed.",
    clause="PS3.4 B.4.1, PS3.2 Table N.5-11",
    together="{provider} changes {count} Attributes of objects of {user}",
    judge=over_network(say),
)
