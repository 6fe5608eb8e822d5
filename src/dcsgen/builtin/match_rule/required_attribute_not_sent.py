"""The match rule M203: an operation lacks an Attribute without which the other side refuses it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import Presence
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.elements import name_of_path
from dcsgen.base.text import some
from dcsgen.base.words import Role
from dcsgen.model.operated import ABSENT_AT_TIMES, EMPTY_AT_TIMES, above, presence_of, type_of, unlisted
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import Exchange, exchanges

_THERE, _VALUED = ("1", "2", "M"), ("1", "1C")


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is never, sometimes or perhaps not there, or without a value."""
    for exchange in exchanges(meeting):
        required = [path for path, one in exchange.taken.operation.attributes.items() if one.required]
        if not exchange.sent.operation.attributes:
            yield from _nothing_stated(meeting, exchange, required)
            continue
        for path in required:
            yield from _judged(meeting, exchange, path)


def _nothing_stated(meeting: Meeting, exchange: Exchange, required: list[str]) -> Iterator[Said]:
    """What PS3.4 demands of every user is sent; the rest may be."""
    sent, taken = exchange
    open_ones = [path for path in required if not _demanded(meeting, exchange, path)]
    if open_ones:
        names = some([name_of_path(path) for path in open_ones])
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{taken.party.name} requires {names} in {taken.name}; what {sent.party.name} sends is not stated",
            subject=str(taken.path[-1]),
            sources=((sent.party, sent.path), (taken.party, (*taken.path, "attributes"))),
            missing=((sent.party, (*sent.path, "attributes"), f"the Attributes that it sends in {sent.name}"),),
        )


def _judged(meeting: Meeting, exchange: Exchange, path: str) -> Iterator[Said]:
    sent = exchange.sent.operation.attributes
    around = [presence_of(sent, each) for each in above(path) if each in sent]
    absent = unlisted(sent, path)
    if absent:
        # Without its Sequence, or without Items in it, nothing is asked of what would be in it.
        if absent == path and Presence.EMPTY not in around:
            never = not any(each in ABSENT_AT_TIMES or each in EMPTY_AT_TIMES for each in around)
            if exchange.sent.party.draft:
                yield _unstated(exchange, path)
            else:
                yield _missing(exchange, path, "never" if never else "not", fails=never)
        return
    if path not in sent or Presence.EMPTY in around:
        return
    presence = presence_of(sent, path)
    if presence in ABSENT_AT_TIMES:
        yield _missing(exchange, path, "not always", fails=False)
    elif presence in EMPTY_AT_TIMES and exchange.taken.operation.attributes[path].type in _VALUED:
        empty = presence is Presence.EMPTY
        yield _missing(exchange, path, "only without a value" if empty else "sometimes without a value", fails=empty)
    elif presence is None and not _demanded(meeting, exchange, path):
        yield _unstated(exchange, path)


def _missing(exchange: Exchange, path: str, how: str, *, fails: bool) -> Said:
    sent, taken = exchange
    name = name_of_path(path)
    refused = "refuses the operation" if fails else "refuses it then"
    return Said(
        outcome=Outcome.FAILS if fails else Outcome.LOSS,
        message=f"{sent.party.name} sends {name} {how} with {sent.name}; {taken.party.name} requires it and {refused}",
        subject=path,
        loss=None if fails else Loss.REFUSED,
        sources=((sent.party, sent.at(path)), (taken.party, taken.at(path, "required"))),
        remedies=((sent.party, f"always send {name}"), (taken.party, f"take the operation without {name}")),
    )


def _unstated(exchange: Exchange, path: str) -> Said:
    sent, taken = exchange
    name = name_of_path(path)
    return Said(
        outcome=Outcome.CANNOT_TELL,
        message=f"{taken.party.name} requires {name}; whether {sent.party.name} always sends it with {sent.name} is "
        "not stated",
        subject=path,
        sources=((sent.party, sent.at(path)), (taken.party, taken.at(path, "required"))),
        missing=((sent.party, sent.at(path, "presence"), f"whether {name} is always sent"),),
    )


def _demanded(meeting: Meeting, exchange: Exchange, path: str) -> bool:
    """Whether PS3.4 has the user send an Attribute in any case."""
    return type_of(exchange.taken.operation, meeting.key, path, Role.SCU) in _THERE


RULE = MatchRule(
    code="M203",
    slug="required-attribute-not-sent",
    means=Means.NETWORK,
    what="The provider refuses an operation without a certain Attribute, and the user sends it never, or not always, "
    "or without the value that its Type demands.",
    why="The provider answers with *missing Attribute* (0120) or *missing Attribute value* (0121), and nothing has "
    "happened.",
    instead="Have the user send the Attribute, or configure the provider so that it takes operations without it.",
    clause="PS3.7 10.1.5.1.6, PS3.5 7.4",
    together="{provider} refuses operations of {user} that lack {count} Attributes",
    judge=judge,
)
