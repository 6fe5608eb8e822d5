"""The match rule M181: the user does not take a procedure step through the states that PS3.4 has for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.content_words import Operation
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard import uids
from dcsgen.base.standard.elements import name_of_path
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.base.text import listed
from dcsgen.plugin import MatchRule, Meeting, Party, Path, Said
from dcsgen.plugin.operation import Operated, operated


class _Flow(NamedTuple):
    """The Attribute that holds the state, where a step begins and with what, and where it ends and with what."""

    attribute: str
    begins: Operation
    first: str
    ends: Operation | None
    last: tuple[str, ...]


_FLOWS = {
    "ModalityPerformedProcedureStep": _Flow(
        "PerformedProcedureStepStatus",
        Operation.N_CREATE,
        "IN PROGRESS",
        Operation.N_SET,
        ("COMPLETED", "DISCONTINUED"),
    ),
    "UnifiedProcedureStepPull": _Flow(
        "ProcedureStepState", Operation.N_ACTION, "IN PROGRESS", Operation.N_ACTION, ("COMPLETED", "CANCELED")
    ),
    "UnifiedProcedureStepPush": _Flow("ProcedureStepState", Operation.N_CREATE, "SCHEDULED", None, ()),
}


def judge(meeting: Meeting) -> Iterator[Said]:
    """A failure for steps that cannot begin, a loss for those that never end; what is not stated may be right."""
    registered = uids.by_uid(meeting.key)
    flow = _FLOWS.get(registered.keyword) if registered is not None else None
    own = list(operated(meeting, meeting.user))
    if flow is None or not own or meeting.user.draft:
        return
    name = name_of_path(flow.attribute)
    user, provider = meeting.user, meeting.provider
    beginning = [one for one in own if one.operation.operation is flow.begins]
    if not beginning:
        return
    wrong = [one for one in beginning if not _may_have(one, flow, (flow.first,))]
    if len(wrong) == len(beginning) and any(flow.attribute in one.operation.attributes for one in wrong):
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{user.name} does not begin steps with {name} {flow.first}, which {provider.name} has to demand",
            subject=flow.first,
            sources=_sources(wrong, flow),
            remedies=((user, f"send {flow.first} with {flow.begins}"),),
        )
    ending = [one for one in own if one.operation.operation is flow.ends]
    if flow.ends is None or any(_may_have(one, flow, flow.last) for one in ending):
        return
    last = listed(list(flow.last), "or")
    yield Said(
        outcome=Outcome.LOSS,
        message=f"{user.name} never sends {name} {last}: steps stay {flow.first} in {provider.name}",
        subject=last,
        loss=Loss.REDUCED,
        sources=(*_sources(ending, flow), (user, (*user.path, "operations"))),
        remedies=((user, f"send {last} with {flow.ends}"),),
    )


def _may_have(one: Operated, flow: _Flow, values: tuple[str, ...]) -> bool:
    """Whether an operation may send one of some states; one whose Attributes are not stated may send any."""
    attributes = one.operation.attributes
    if not attributes:
        return True
    state = attributes.get(flow.attribute)
    return state is not None and (not state.values or any(value in state.values for value in values))


def _sources(operations: list[Operated], flow: _Flow) -> tuple[tuple[Party, Path], ...]:
    return tuple((one.party, one.at(flow.attribute)) for one in operations)


RULE = MatchRule(
    code="M181",
    slug="states-not-followed",
    means=Means.NETWORK,
    service_classes=(ServiceClass.PERFORMED_STEP, ServiceClass.UNIFIED_STEP),
    what="The user creates a performed procedure step that is not IN PROGRESS or a unified procedure step that is not "
    "SCHEDULED, takes one without setting it to IN PROGRESS, or never sets it to a final state.",
    why="A step that does not begin as it has to is refused. One that never ends blocks the order: it is neither "
    "billed nor taken off the list.",
    instead="Have the user send the states in their order.",
    clause="PS3.4 F.7.2, CC.1.1, CC.2.5.3",
    judge=judge,
)
