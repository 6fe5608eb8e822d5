"""The workflow in which tasks are taken from a worklist and reported on."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import of_classes, of_web
from dcsgen.plugin import Need, WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="take-tasks",
    title="{starter} takes tasks from {partner}",
    what="Unified Procedure Steps are found, taken, changed and completed, over DIMSE or over the web.",
    clause="PS3.4 CC, PS3.18 11, IHE-RO TDW-II RO-58, RO-60",
    steps=(
        WorkflowStep(title="takes tasks from {partner}", fits=of_classes("UnifiedProcedureStepPull"), way="DIMSE"),
        WorkflowStep(
            title="gives tasks to {partner}", fits=of_classes("UnifiedProcedureStepPush"), way="DIMSE", optional=True
        ),
        WorkflowStep(
            title="follows tasks of {partner}",
            fits=of_classes("UnifiedProcedureStepWatch", "UnifiedProcedureStepEvent"),
            way="DIMSE",
            optional=True,
        ),
        WorkflowStep(title="looks for tasks of {partner} over the web", fits=of_web("worklist", "search"), way="web"),
        WorkflowStep(
            title="takes and updates tasks of {partner} over the web",
            fits=of_web("worklist", "change-state", "update"),
            need=Need.ALL,
            way="web",
        ),
        WorkflowStep(
            title="follows tasks of {partner} over the web",
            fits=of_web("worklist", "subscribe"),
            way="web",
            optional=True,
        ),
    ),
)
