"""The workflow in which it is tried whether the other one answers."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import of_service
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="verify-connection",
    title="{starter} verifies the connection to {partner}",
    what="A C-ECHO shows that address, port and AE Titles are right.",
    clause="PS3.4 A.4",
    steps=(WorkflowStep(title="verifies the connection to {partner}", fits=of_service("Verification")),),
)
