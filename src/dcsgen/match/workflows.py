"""Composes workflows from interactions: each step is done by some of them, and all needed steps have to work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dcsgen.base.interaction import Interaction, Outcome, Side, Step, Unmet, Workflow, best, worst
from dcsgen.base.text import listed
from dcsgen.plugin.match_words import because
from dcsgen.plugin.workflow import Does, Need, Thing, WorkflowPlan, WorkflowStep

_USES = ("SCU", "user_agent", "FSC", "FSU")
_PROVIDES = ("SCP", "origin_server", "FSR", "FSU")


class Answers(NamedTuple):
    """What workflows are composed of.

    `names` are those of the products, `together` the sentences for several reasons of one match rule, by its code.
    """

    interactions: Sequence[Interaction]
    unmet: Sequence[Unmet]
    names: Mapping[Side, str]
    together: Mapping[str, str] = {}


def workflows(plans: Sequence[WorkflowPlan], answers: Answers) -> tuple[Workflow, ...]:
    """The workflows that at least one of the products could start, by plan, with what each step comes to."""
    return tuple(workflow for plan in plans for side in Side for workflow in _workflow(plan, side, answers))


def _workflow(plan: WorkflowPlan, starter: Side, answers: Answers) -> Iterator[Workflow]:
    # A way that the starter does not know is no way of his.
    steps = [(step, _step(step, starter, answers)) for step in plan.steps]
    closed = {step.way for step, made in steps if step.way and _own(step) and not _wanted(made)}
    steps = [
        (step, made)
        for step, made in steps
        if step.way not in closed and (_wanted(made) or not (step.optional and _own(step)))
    ]
    ways = {step.way for step in plan.steps if step.way}
    needed = [(step, made) for step, made in steps if not step.optional]
    if ways and not ways - closed:
        return
    if not all(_wanted(made) for step, made in needed if _own(step)):
        return
    if not any(made.interactions or _near(step, made.user.other, answers) for step, made in needed if _own(step)):
        return
    outcome, broken = _outcome([made for _, made in needed])
    title = _filled(plan.title, starter, answers)
    yield Workflow(
        slug=plan.name,
        title=title,
        user=starter,
        outcome=outcome,
        steps=tuple(made for _, made in steps),
        message="" if broken is None else broken.message if broken.title == title else _told(broken),
        clause=plan.clause,
    )


def _outcome(needed: Sequence[Step]) -> tuple[Outcome, Step | None]:
    """What needed steps come to, and the first one that is to blame; of several ways, the best one counts."""
    ways: dict[str, list[Step]] = {}
    for step in needed:
        ways.setdefault(step.way, []).append(step)
    common = ways.pop("", [])
    if ways:
        easiest = min(ways.values(), key=lambda steps: worst(step.outcome for step in steps).rank)
        common = [*common, *easiest]
    outcome = worst(step.outcome for step in common)
    broken = next((step for step in common if step.outcome is outcome), None)
    return outcome, None if outcome is Outcome.WORKS else broken


def _told(step: Step) -> str:
    return f"{step.title}: {step.message}"


def _own(step: WorkflowStep) -> bool:
    return step.does is Does.STARTER


def _wanted(step: Step) -> bool:
    """Whether the user of a step would do it with any peer."""
    return bool(step.interactions or step.unmet)


def _near(step: WorkflowStep, provider: Side, answers: Answers) -> list[str]:
    """What the provider of a step has for others that do it in another way, such as another SOP Class."""
    found = [one for one in answers.unmet if one.taker.side is provider and _provides(one) and _fits(step, one)]
    return list(dict.fromkeys(one.name for one in found))


def _uses(one: Unmet) -> bool:
    """Whether the product would be the user; whoever states no role for media may write them."""
    return not one.role or any(role in _USES for role in one.role.split(" and "))


def _provides(one: Unmet) -> bool:
    return not one.role or any(role in _PROVIDES for role in one.role.split(" and "))


def _fits(step: WorkflowStep, one: Interaction | Unmet) -> bool:
    return step.fits(Thing(means=one.means, service_class=one.service_class, key=one.key))


def _step(step: WorkflowStep, starter: Side, answers: Answers) -> Step:
    user = starter if _own(step) else starter.other
    doing = [index for index, one in enumerate(answers.interactions) if one.user.side is user and _fits(step, one)]
    wanting = [
        index for index, one in enumerate(answers.unmet) if one.taker.side is user and _uses(one) and _fits(step, one)
    ]
    outcomes = [answers.interactions[index].outcome for index in doing]
    if not outcomes:
        outcomes = [answers.unmet[index].outcome for index in wanting] or [Outcome.FAILS]
    outcome = best(outcomes) if step.need is Need.ANY else worst(outcomes)
    title = f"{answers.names[user]} {_filled(step.title, starter, answers)}"
    why = "" if outcome is Outcome.WORKS else _why(step, doing, wanting, outcome, user, answers)
    return Step(
        title=title,
        user=user,
        need=str(step.need),
        interactions=tuple(doing),
        outcome=outcome,
        optional=step.optional,
        way=step.way,
        message=why,
        unmet=tuple(wanting),
    )


def _why(
    step: WorkflowStep, doing: list[int], wanting: list[int], outcome: Outcome, user: Side, answers: Answers
) -> str:
    """Why a step does not simply work."""
    for index in doing:
        one = answers.interactions[index]
        if one.outcome is outcome:
            return because(one, answers.together)
    other = answers.names[user.other]
    if not wanting:
        return f"{answers.names[user]} has no service for it"
    missing = [answers.unmet[index] for index in wanting]
    lacks = f"{other} has no counterpart for {listed([one.name for one in missing[:3]], 'and')}"
    if outcome is Outcome.CANNOT_TELL:
        lacks = (
            f"whether {other} has a counterpart for {listed([one.name for one in missing[:3]], 'and')} is not stated"
        )
    near = _near(step, user.other, answers)
    return f"{lacks}; it has {listed(near[:3], 'and')}" if near else lacks


def _filled(text: str, starter: Side, answers: Answers) -> str:
    names = answers.names
    return text.replace("{starter}", names[starter]).replace("{partner}", names[starter.other])
