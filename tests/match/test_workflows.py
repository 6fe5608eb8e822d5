"""Workflows: what steps come to, which one is to blame, ways of doing the same, and who has none."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from dcsgen.base.interaction import Interaction, Outcome, Side, Unmet, Workflow
from dcsgen.builtin import collected
from dcsgen.match import Answers, workflows
from dcsgen.plugin import Does, Need, Thing, WorkflowPlan, WorkflowStep
from matched import NAMES, interaction, reason, unmet


def about(*names: str) -> dict[str, object]:
    def fits(thing: Thing) -> bool:
        return thing.key in names

    return {"fits": fits}


def plan(*steps: WorkflowStep) -> WorkflowPlan:
    return WorkflowPlan(name="plan", title="{starter} with {partner}", what="It is made up.", steps=steps)


def step(title: str, *names: str, **more: object) -> WorkflowStep:
    return WorkflowStep(title=title, **about(*names), **more)  # type: ignore[arg-type]


def found(one: WorkflowPlan, interactions: Sequence[Interaction], missing: Sequence[Unmet] = ()) -> list[Workflow]:
    return list(workflows([one], Answers(interactions, missing, NAMES)))


def failing(name: str, outcome: Outcome = Outcome.FAILS, side: Side = Side.A) -> Interaction:
    return interaction(name, (reason(outcome, f"{name} is no good"),), outcome=outcome, user=side)


def test_a_workflow_is_as_good_as_its_worst_needed_step() -> None:
    (made,) = found(
        plan(step("asks {partner}", "ask"), step("sends it", "send"), step("tells", "tell", optional=True)),
        [interaction("ask"), failing("send", Outcome.LOSS), failing("tell")],
    )
    assert (made.outcome, made.title, made.user) == (Outcome.LOSS, "PLANNER with TREATER", Side.A)
    assert made.message == "PLANNER sends it: send is no good"
    assert [one.outcome for one in made.steps] == [Outcome.WORKS, Outcome.LOSS, Outcome.FAILS]
    assert [one.interactions for one in made.steps] == [(0,), (1,), (2,)]


def test_of_several_interactions_one_is_enough_or_all_are_needed() -> None:
    both = [interaction("x"), failing("y")]
    assert found(plan(step("does", "x", "y")), both)[0].outcome is Outcome.WORKS
    assert found(plan(step("does", "x", "y", need=Need.ALL)), both)[0].outcome is Outcome.FAILS


def test_of_two_ways_one_is_enough() -> None:
    steps = (
        step("queries", "find"),
        step("moves", "move", way="C-MOVE"),
        step("sends", "store", does=Does.PARTNER, way="C-MOVE"),
        step("gets", "get", way="C-GET"),
    )
    move = [interaction("find"), interaction("move"), interaction("store", user=Side.B)]
    assert found(plan(*steps), move)[0].outcome is Outcome.WORKS
    assert [one.way for one in found(plan(*steps), move)[0].steps] == ["", "C-MOVE", "C-MOVE"]
    broken = [interaction("find"), interaction("move"), failing("store", side=Side.B)]
    (made,) = found(plan(*steps), broken)
    assert (made.outcome, made.message) == (Outcome.FAILS, "TREATER sends: store is no good")
    assert found(plan(*steps), [*broken, interaction("get")])[0].outcome is Outcome.WORKS
    # Who only queries, fetches nothing: there is no such workflow for him.
    assert found(plan(*steps), [interaction("find")]) == []


def test_what_the_partner_lacks_breaks_it() -> None:
    (made,) = found(
        plan(step("stores", "store"), step("commits", "commit")),
        [interaction("store")],
        [unmet("commit"), unmet("commit-2", side=Side.B, role="SCP")],
    )
    assert made.outcome is Outcome.FAILS
    assert made.message == "PLANNER commits: TREATER has no counterpart for commit"


def test_what_is_done_in_another_way_is_named() -> None:
    missing = [unmet("RT Plan"), unmet("RT Ion Plan", side=Side.B, role="SCP")]
    (made,) = found(plan(step("sends", "RT Plan", "RT Ion Plan")), [], missing)
    assert made.message == "PLANNER sends: TREATER has no counterpart for RT Plan; it has RT Ion Plan"
    assert made.steps[0].message == "TREATER has no counterpart for RT Plan; it has RT Ion Plan"


def test_what_nothing_is_there_for_is_no_workflow() -> None:
    assert found(plan(step("sends", "RT Plan")), [], [unmet("RT Plan")]) == []
    assert found(plan(step("sends", "RT Plan")), [interaction("CT")]) == []


def test_what_a_product_does_not_do_is_no_step_of_its() -> None:
    (made,) = found(plan(step("sends", "x"), step("prints", "y", optional=True)), [interaction("x")])
    assert [one.title for one in made.steps] == ["PLANNER sends"]


def test_what_the_title_says_is_not_repeated() -> None:
    one = WorkflowPlan(name="x", title="{starter} sends", what="", steps=(step("sends", "x"),))
    assert found(one, [failing("x")])[0].message == "x is no good"


def test_what_cannot_be_told_is_said_so() -> None:
    missing = [
        unmet("RT Plan"),
        unmet("RT Ion Plan", side=Side.B, role="SCP"),
    ]
    partial = [structs.replace(one, outcome=Outcome.CANNOT_TELL) for one in missing]
    (made,) = found(plan(step("sends", "RT Plan", "RT Ion Plan")), [], partial)
    assert made.outcome is Outcome.CANNOT_TELL
    assert made.message.startswith("PLANNER sends: whether TREATER has a counterpart for RT Plan is not stated")


def test_plans_are_complete() -> None:
    plans: list[WorkflowPlan] = collected("workflow", "WORKFLOW")
    assert len({one.name for one in plans}) == len(plans) >= 12
    for one in plans:
        assert one.clause.startswith("PS3."), one.name
        assert one.title.startswith("{starter} "), one.name
        assert any(each.does is Does.STARTER and not each.optional for each in one.steps), one.name
        assert all(not each.title.endswith(".") for each in one.steps), one.name
