"""The workflow in which a planning system sends plans to a treatment system."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import is_image, of_classes
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="send-plan",
    title="{starter} sends plans to {partner}",
    what="An RT Plan or RT Ion Plan is stored at the system that treats by it, with what the plan refers to: "
    "Structure Set, images, dose.",
    clause="PS3.4 B, IHE-RO TPPC",
    steps=(
        WorkflowStep(
            title="sends plans to {partner}",
            fits=of_classes("RTPlanStorage", "RTIonPlanStorage", "RTRadiationSetStorage"),
        ),
        WorkflowStep(
            title="sends Structure Sets to {partner}", fits=of_classes("RTStructureSetStorage"), optional=True
        ),
        WorkflowStep(title="sends images that plans refer to, to {partner}", fits=is_image, optional=True),
        WorkflowStep(title="sends doses to {partner}", fits=of_classes("RTDoseStorage"), optional=True),
    ),
)
