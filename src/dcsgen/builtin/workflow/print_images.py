"""The workflow in which images are printed."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import of_classes
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="print-images",
    title="{starter} prints at {partner}",
    what="Film sessions and film boxes are made at the printer, which prints them; in grayscale or in colour.",
    clause="PS3.4 H",
    steps=(
        WorkflowStep(
            title="prints at {partner}",
            fits=of_classes("BasicGrayscalePrintManagementMeta", "BasicColorPrintManagementMeta"),
        ),
        WorkflowStep(title="follows print jobs of {partner}", fits=of_classes("PrintJob"), optional=True),
    ),
)
