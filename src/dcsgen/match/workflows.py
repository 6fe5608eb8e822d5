"""Composes workflows from interactions: each step is done by some of them, and all steps are needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.interaction import Interaction, Outcome, Side, Step, Unmet, Workflow, best, worst
from dcsgen.plugin.workflow import Does, Need, Thing, WorkflowPlan, WorkflowStep


class _Match(NamedTuple):
    interactions: Sequence[Interaction]
    unmet: Sequence[Unmet]
    names: dict[Side, str]


def workflows(
    plans: Sequence[WorkflowPlan], interactions: Sequence[Interaction], unmet: Sequence[Unmet], names: dict[Side, str]
) -> tuple[Workflow, ...]:
    """The workflows that at least one of the products could start, by plan, with what each step comes to.

    `names` are those of the products.
    """
    match = _Match(interactions, unmet, names)
    return tuple(workflow for plan in plans for side in Side for workflow in _workflow(plan, side, match))


def _workflow(plan: WorkflowPlan, starter: Side, match: _Match) -> Iterator[Workflow]:
    if not _has(plan.steps[0], starter, match):
        return
    steps = tuple(_step(step, starter, match) for step in plan.steps)
    needed = [step for step in steps if not step.optional]
    outcome = worst(step.outcome for step in needed)
    broken = next((step for step in needed if step.outcome is outcome), None)
    yield Workflow(
        slug=plan.name,
        title=_filled(plan.title, starter, match),
        user=starter,
        outcome=outcome,
        steps=steps,
        message="" if outcome is Outcome.WORKS or broken is None else broken.message or broken.title,
        clause=plan.clause,
    )


def _has(step: WorkflowStep, starter: Side, match: _Match) -> bool:
    """Whether the starter would do a step with any peer."""
    user = starter if step.does is Does.STARTER else starter.other
    return bool(_doing(step, user, match) or _wanting(step, user, match))


def _doing(step: WorkflowStep, user: Side, match: _Match) -> tuple[int, ...]:
    return tuple(
        index
        for index, one in enumerate(match.interactions)
        if one.user.side is user and step.fits(Thing(means=one.means, service_class=one.service_class, key=one.key))
    )


def _wanting(step: WorkflowStep, user: Side, match: _Match) -> tuple[int, ...]:
    return tuple(
        index
        for index, one in enumerate(match.unmet)
        if one.taker.side is user
        and one.role in ("SCU", "user_agent")
        and step.fits(Thing(means=one.means, service_class=one.service_class, key=one.key))
    )


def _step(step: WorkflowStep, starter: Side, match: _Match) -> Step:
    user = starter if step.does is Does.STARTER else starter.other
    doing, wanting = _doing(step, user, match), _wanting(step, user, match)
    outcomes = [match.interactions[index].outcome for index in doing]
    message = ""
    if not doing:
        outcomes = [match.unmet[index].outcome for index in wanting] or [Outcome.FAILS]
        other = match.names[user.other] if wanting else match.names[user]
        message = f"{match.names[user]} {_filled(step.title, starter, match)}: {other} has no service for it"
    return Step(
        title=f"{match.names[user]} {_filled(step.title, starter, match)}",
        user=user,
        need=str(step.need),
        interactions=doing,
        outcome=best(outcomes) if step.need is Need.ANY else worst(outcomes),
        optional=step.optional,
        message=message,
        unmet=wanting,
    )


def _filled(text: str, starter: Side, match: _Match) -> str:
    return text.replace("{starter}", match.names[starter]).replace("{partner}", match.names[starter.other])
