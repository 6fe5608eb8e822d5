"""Workflow plans: several interactions that serve one purpose together."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.interaction import Means


class Does(StrEnum):
    """Who uses the other one in a step: the product that starts the workflow, or its partner."""

    STARTER = "starter"
    PARTNER = "partner"


class Need(StrEnum):
    """How many of the interactions that fit a step have to work."""

    ANY = "any"
    ALL = "all"


class Thing(Struct, frozen=True, kw_only=True):
    """What an interaction is about, for a step that asks whether it fits; see `base.interaction.Interaction`."""

    means: Means
    service_class: str
    key: str


class WorkflowStep(Struct, frozen=True, kw_only=True):
    """A step: its title, who uses the other one in it, and which interactions do it.

    `title` is the end of a sentence that begins with the name of the user: "sends the plan to {partner}"; `{starter}`
    and `{partner}` are filled in. What is `optional` is told, but does not decide about the workflow. Steps with a
    `way`, such as `C-MOVE`, are needed for this way of doing it only: of several ways, one has to work.
    """

    title: str
    fits: Callable[[Thing], bool]
    does: Does = Does.STARTER
    need: Need = Need.ANY
    optional: bool = False
    way: str = ""


class WorkflowPlan(Struct, frozen=True, kw_only=True):
    """A workflow by its name (a slug).

    It is looked at for each product that would do all its own needed steps with some peer, if the other product has a
    counterpart, or something of the same Service Class, for at least one of them.

    `title` is a sentence in which `{starter}` and `{partner}` are filled in; `what` is CommonMark, `clause` names the
    part of the standard or of an IHE profile.
    """

    name: str
    title: str
    what: str
    steps: tuple[WorkflowStep, ...]
    clause: str = ""
