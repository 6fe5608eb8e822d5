"""The workflow in which a treatment system reports what it has delivered."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import is_image, of_classes
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="record-back",
    title="{starter} sends treatment records to {partner}",
    what="What was delivered is stored as RT Beams, Ion Beams or Brachy Treatment Records, with images taken "
    "for verification.",
    clause="PS3.4 B, IHE-RO TDW-II RO-63",
    steps=(
        WorkflowStep(
            title="sends treatment records to {partner}",
            fits=of_classes(
                "RTBeamsTreatmentRecordStorage",
                "RTIonBeamsTreatmentRecordStorage",
                "RTBrachyTreatmentRecordStorage",
                "RTRadiationRecordSetStorage",
            ),
        ),
        WorkflowStep(
            title="sends treatment summaries to {partner}",
            fits=of_classes("RTTreatmentSummaryRecordStorage"),
            optional=True,
        ),
        WorkflowStep(title="sends images taken at the treatment to {partner}", fits=is_image, optional=True),
    ),
)
