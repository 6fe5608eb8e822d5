"""What can be wrong with a requirement profile beyond the form of its keys and values: the findings R001 and R002."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

NOT_ONE_NEED = Kind(
    code="R001",
    slug="not-one-need",
    severity=Severity.ERROR,
    what="A requirement, or a member of a group, that says nothing of what is needed, or several things at once.",
    why="A requirement has one answer for each product. Of several things it would not be clear whether all are "
    "needed, or one is enough.",
    instead="Give it exactly one of the keys for what is needed, such as `sop_classes`. Several things stand under "
    "`all_of` or `any_of`, each as an item of its own.",
)

IMPOSSIBLE_REQUIREMENT = Kind(
    code="R002",
    slug="impossible-requirement",
    severity=Severity.ERROR,
    what="A requirement for something that there is not: a Specific Character Set that PS3.3 does not define, a "
    "transaction or resource that PS3.18 does not have, an actor that an IHE profile does not have, an unknown layout, "
    "or a weight that does not fit its importance.",
    why="No product could meet it, or the score would not be what its author thinks.",
    instead="Correct the word; the hint names those that there are.",
)

ALL = (NOT_ONE_NEED, IMPOSSIBLE_REQUIREMENT)
"""All kinds of this package, in the order of their codes."""
