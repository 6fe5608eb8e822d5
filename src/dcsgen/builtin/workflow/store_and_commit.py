"""The workflow in which objects are stored and may then be deleted where they were made."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import STORAGE, of_classes, of_service
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="store-and-commit",
    title="{starter} stores objects at {partner} and has it commit itself to keep them",
    what="After objects are stored, the receiver is asked to take over the responsibility for them; it "
    "reports which ones it keeps.",
    clause="PS3.4 B, J, IHE SWF.b RAD-8, RAD-10",
    steps=(
        WorkflowStep(title="stores objects at {partner}", fits=of_service(STORAGE)),
        WorkflowStep(
            title="asks {partner} to commit itself to keep them", fits=of_classes("StorageCommitmentPushModel")
        ),
    ),
)
