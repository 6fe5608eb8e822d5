"""The workflow in which it is told that objects can be fetched."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import of_classes
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="notify-availability",
    title="{starter} tells {partner} which objects are available",
    what="A system that has objects tells another one that they are there, and where.",
    clause="PS3.4 R",
    steps=(
        WorkflowStep(
            title="tells {partner} which objects are available", fits=of_classes("InstanceAvailabilityNotification")
        ),
    ),
)
