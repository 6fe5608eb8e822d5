"""The workflow in which images are sent, with what belongs to them."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import belongs_to_images, is_image
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="send-images",
    title="{starter} sends images to {partner}",
    what="Images are stored, with the objects that say how to see and read them: presentation states, "
    "registrations, reports, selections.",
    clause="PS3.4 B, IHE SWF.b RAD-8",
    steps=(
        WorkflowStep(title="sends images to {partner}", fits=is_image),
        WorkflowStep(title="sends objects that belong to images to {partner}", fits=belongs_to_images, optional=True),
    ),
)
