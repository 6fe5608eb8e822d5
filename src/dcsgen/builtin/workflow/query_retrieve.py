"""The workflow in which objects are found and fetched."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import STORAGE, of_query, of_service
from dcsgen.plugin import Does, WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="query-retrieve",
    title="{starter} finds and fetches objects of {partner}",
    what="Studies are looked for with C-FIND, and fetched with C-MOVE, by which the provider sends them on an "
    "Association of its own, or with C-GET, by which it sends them on the same one.",
    clause="PS3.4 C.4.1, C.4.2, C.4.3, IHE RAD-14, RAD-16",
    steps=(
        WorkflowStep(title="queries {partner}", fits=of_query("FIND")),
        WorkflowStep(title="asks {partner} to send objects", fits=of_query("MOVE"), way="C-MOVE"),
        WorkflowStep(title="sends objects to {starter}", fits=of_service(STORAGE), does=Does.PARTNER, way="C-MOVE"),
        WorkflowStep(title="gets objects from {partner}", fits=of_query("GET"), way="C-GET"),
    ),
)
