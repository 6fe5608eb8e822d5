"""The match rule M182: the user lacks what a unified procedure step needs before it can be completed."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import Operation
from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard import service_attributes
from dcsgen.base.standard.elements import name_of_path
from dcsgen.base.standard.service_attributes import NOT_ALLOWED
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.base.text import some
from dcsgen.model.operated import unlisted
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import Operated, operated

_STATE, _COMPLETED, _CHANGE = "ProcedureStepState", "COMPLETED", 1


def judge(meeting: Meeting) -> Iterator[Said]:
    """A failure if the user completes steps, and what it writes is stated without what the final state demands."""
    user, provider = meeting.user, meeting.provider
    own = list(operated(meeting, user))
    written = [one for one in own if one.operation.operation is Operation.N_SET and one.operation.attributes]
    if user.draft or not written or not any(map(_completes, own)):
        return
    attributes = {path: one for each in written for path, one in each.operation.attributes.items()}
    lacking = [path for path in _demanded() if unlisted(attributes, path)]
    if lacking:
        names = some([name_of_path(path) for path in lacking])
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{user.name} completes steps without {names}: {provider.name} has to refuse that",
            subject=" ".join(lacking),
            sources=(*((user, (*one.path, "attributes")) for one in written), (provider, provider.path)),
            remedies=((user, f"write {names} by N-SET before it completes a step"),),
        )


def _completes(one: Operated) -> bool:
    """Whether an action may set the state COMPLETED; values that are not stated may have it."""
    operation = one.operation
    state = operation.attributes.get(_STATE)
    return (
        operation.operation is Operation.N_ACTION
        and operation.type_id in (None, _CHANGE)
        and state is not None
        and (not state.values or _COMPLETED in state.values)
    )


def _demanded() -> tuple[str, ...]:
    """What has to be there when a step is COMPLETED, and can be written by N-SET only (codes P of the table)."""
    return tuple(
        ".".join(row.path)
        for row in service_attributes.attributes_of("unified-procedure-step")
        if row.columns.get("final state") == "P" and row.columns.get("N-SET") != NOT_ALLOWED
    )


RULE = MatchRule(
    code="M182",
    slug="final-state-not-reached",
    means=Means.NETWORK,
    service_classes=(ServiceClass.UNIFIED_STEP,),
    what="The user sets the state of unified procedure steps to COMPLETED, and does not write all Attributes that a "
    "completed step has to have.",
    why="The provider answers with *final state requirements not met* (C304): the step stays IN PROGRESS for ever.",
    instead="Have the user write them before.",
    clause="PS3.4 CC.2.1.3, Table CC.2.5-3",
    judge=judge,
)
