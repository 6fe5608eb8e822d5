"""The match rule M204: an operation has a value that the other side does not accept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dcsgen.base.content_words import Presence
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard import statuses
from dcsgen.base.standard.elements import name_of_path
from dcsgen.base.text import one_line, quoted, some
from dcsgen.base.words import StatusClass
from dcsgen.model import OperationAttribute
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import Exchange, exchanges

_CODE = re.compile(r"\b[0-9A-F]{4}\b")

_STATES = frozenset({"PerformedProcedureStepStatus", "ProcedureStepState"})
"""Attributes whose values PS3.3 fixes, so that a list says nothing new."""


def judge(meeting: Meeting) -> Iterator[Said]:
    """What becomes of the values that are not in the list of the other side."""
    for exchange in exchanges(meeting):
        sent = exchange.sent.operation.attributes
        for path, accepted in exchange.taken.operation.attributes.items():
            if not accepted.values or path not in sent or sent[path].presence is Presence.EMPTY:
                continue
            if not sent[path].values:
                yield from _unstated(exchange, path, sent[path], accepted)
            elif outside := [value for value in sent[path].values if value not in accepted.values]:
                yield _said(exchange, path, accepted, outside)


def _said(exchange: Exchange, path: str, accepted: OperationAttribute, outside: Sequence[str]) -> Said:
    sent, taken = exchange
    taking = _taken_anyway(accepted)
    others = len(outside) < len(sent.operation.attributes[path].values)
    fails = not taking and not others
    instead = f"takes {accepted.default} instead" if taking and accepted.default else "does not accept"
    if accepted.otherwise:
        instead = f"says: {quoted(one_line(accepted.otherwise))}"
    elif not taking or not accepted.default:
        instead = "accepts other values only"
    name = name_of_path(path)
    return Said(
        outcome=Outcome.FAILS if fails else Outcome.LOSS,
        message=f"{sent.party.name} {'may send' if others else 'sends'} {name} {some(list(outside))} with {sent.name}; "
        f"{taken.party.name}, which accepts {some(list(accepted.values))}, {instead}",
        subject=path,
        loss=None if fails else Loss.DEFAULTED if taking else Loss.REFUSED,
        sources=((sent.party, sent.at(path, "values")), (taken.party, taken.at(path, "values"))),
        remedies=(
            (sent.party, f"send {name} {some(list(accepted.values))}"),
            (taken.party, f"accept {name} {some(list(outside))}"),
        ),
    )


def _unstated(exchange: Exchange, path: str, own: OperationAttribute, accepted: OperationAttribute) -> Iterator[Said]:
    """Values that are not stated decide where another one is refused, and one is always sent."""
    sent, taken = exchange
    if _taken_anyway(accepted) or path in _STATES or own.implied or own.presence is not Presence.ALWAYS:
        return
    name = name_of_path(path)
    yield Said(
        outcome=Outcome.CANNOT_TELL,
        message=f"{taken.party.name} accepts {some(list(accepted.values))} as {name} of {taken.name}; which values "
        f"{sent.party.name} sends is not stated",
        subject=path,
        sources=((sent.party, sent.at(path)), (taken.party, taken.at(path, "values"))),
        missing=((sent.party, sent.at(path, "values"), f"the values of {name}"),),
    )


def _taken_anyway(accepted: OperationAttribute) -> bool:
    """Whether another value is replaced and not refused: as the class of a status in the text says, or a default."""
    named = {statuses.class_of(int(code, 16)) for code in _CODE.findall(accepted.otherwise)}
    if StatusClass.FAILURE in named:
        return False
    return StatusClass.WARNING in named or bool(accepted.default)


RULE = MatchRule(
    code="M204",
    slug="operation-value-not-accepted",
    means=Means.NETWORK,
    what="One side sends a value with a DIMSE-N operation that is not in the closed list of the other side.",
    why="The operation is refused with *invalid Attribute value* (0106), or another value is taken: a film comes out "
    "in another size, a step has another state.",
    instead="Configure a value that both sides have.",
    clause="PS3.7 C.4.3, C.5.11",
    together="{provider} and {user} differ in the values of {count} Attributes",
    judge=judge,
)
