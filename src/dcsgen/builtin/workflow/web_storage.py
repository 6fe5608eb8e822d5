"""The workflow in which objects are stored over the web."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import of_web
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="web-storage",
    title="{starter} stores objects at {partner} over the web",
    what="Objects are stored with the Store transaction of the Studies Service (STOW-RS).",
    clause="PS3.18 10.5",
    steps=(WorkflowStep(title="stores objects at {partner} over the web", fits=of_web("studies", "store")),),
)
