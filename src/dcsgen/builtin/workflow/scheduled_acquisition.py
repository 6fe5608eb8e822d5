"""The workflow of a modality behind a worklist."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import is_image, of_classes
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="scheduled-acquisition",
    title="{starter} works by the worklist of {partner}",
    what="Scheduled steps come from the worklist, images go to the archive, and what was done is told with "
    "the performed procedure step.",
    clause="PS3.4 K, F.7, B, IHE SWF.b RAD-5, RAD-6, RAD-7, RAD-8",
    steps=(
        WorkflowStep(
            title="queries the worklist of {partner}", fits=of_classes("ModalityWorklistInformationModelFind")
        ),
        WorkflowStep(
            title="reports performed procedure steps to {partner}",
            fits=of_classes("ModalityPerformedProcedureStep"),
            optional=True,
        ),
        WorkflowStep(title="stores images at {partner}", fits=is_image, optional=True),
    ),
)
