"""The workflow in which objects are found and fetched over the web."""

from __future__ import annotations

from dcsgen.builtin.workflow._fitting import of_web
from dcsgen.plugin import WorkflowPlan, WorkflowStep

WORKFLOW = WorkflowPlan(
    name="web-access",
    title="{starter} finds and fetches objects of {partner} over the web",
    what="Studies are searched for (QIDO-RS) and retrieved (WADO-RS, or WADO-URI for single objects).",
    clause="PS3.18 10.6, 10.4, 9.4, IHE WIA RAD-129, RAD-107",
    steps=(
        WorkflowStep(title="searches studies of {partner} over the web", fits=of_web("studies", "search")),
        WorkflowStep(
            title="retrieves objects of {partner} over the web",
            fits=of_web("studies", "retrieve"),
            way="Studies Service",
        ),
        WorkflowStep(
            title="retrieves single objects of {partner} over the web",
            fits=of_web("uri", "retrieve-instance"),
            way="URI Service",
        ),
    ),
)
