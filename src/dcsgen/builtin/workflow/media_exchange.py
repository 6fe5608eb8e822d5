"""The workflow in which media go from one product to the other one."""

from __future__ import annotations

from dcsgen.base.interaction import Means
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="media-exchange",
    title="{starter} writes media that {partner} reads",
    what="A File-set is written under an Application Profile that the reader knows.",
    clause="PS3.10, PS3.11",
    steps=(WorkflowStep(title="writes media for {partner}", fits=lambda thing: thing.means is Means.MEDIA),),
)
