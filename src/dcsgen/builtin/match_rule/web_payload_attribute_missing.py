"""The match rule M233: the receiver of a payload demands an Attribute that the sender does not always write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.content_words import Presence
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import one_line
from dcsgen.base.web_words import Demand
from dcsgen.builtin.match_rule._web import both, of
from dcsgen.model.web_details import WebPayloadAttribute
from dcsgen.plugin import MatchRule, Meeting, Party, Said

_WITHOUT_VALUE = (Presence.VALUE_NOT_ALWAYS, Presence.NEITHER_ALWAYS, Presence.EMPTY)
_WITHOUT_ATTRIBUTE = (Presence.ATTRIBUTE_NOT_ALWAYS, Presence.NEITHER_ALWAYS)


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it, or is refused at times, in requests and in responses."""
    used, provided = of(meeting)
    yield from _demanded(
        meeting,
        "request_attributes",
        meeting.user,
        meeting.provider,
        used.request_attributes,
        provided.request_attributes,
    )
    yield from _demanded(
        meeting,
        "response_attributes",
        meeting.provider,
        meeting.user,
        provided.response_attributes,
        used.response_attributes,
    )


def _demanded(
    meeting: Meeting,
    key: str,
    sender: Party,
    receiver: Party,
    written: Mapping[str, WebPayloadAttribute],
    demanded: Mapping[str, WebPayloadAttribute],
) -> Iterator[Said]:
    # Without a list of what is written, objects say it: that is what rules about their content look at.
    for path, one in demanded.items() if written else ():
        if one.demand not in (Demand.VALUE, Demand.ATTRIBUTE):
            continue
        sent = written.get(path)
        lacks = _WITHOUT_VALUE + _WITHOUT_ATTRIBUTE if one.demand is Demand.VALUE else _WITHOUT_ATTRIBUTE
        otherwise = f": {one_line(one.otherwise)}" if one.otherwise else ""
        sources = both(meeting, key, path)
        if sent is None and "." not in path:
            yield Said(
                outcome=Outcome.FAILS,
                message=f"{receiver.name} demands {path}, which {sender.name} does not send{otherwise}",
                subject=path,
                sources=sources,
                remedies=((sender, f"send {path}"), (receiver, f"do without {path}")),
            )
        elif sent is not None and sent.presence in lacks:
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{receiver.name} demands {path}, which {sender.name} does not always send{otherwise}",
                subject=path,
                loss=Loss.REDUCED,
                sources=sources,
            )


RULE = MatchRule(
    code="M233",
    slug="web-payload-attribute-missing",
    means=Means.WEB,
    what="The receiver of a payload demands an Attribute, or a value in it, that the sender does not write, or not "
    "always.",
    why="The request is refused, or the response cannot be used.",
    instead="Have the sender write it, or the receiver do without.",
    clause="PS3.18 8.6",
    together="{provider} demands {count} Attributes that {user} does not always send",
    judge=judge,
)
