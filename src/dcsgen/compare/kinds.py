"""What can be wrong between two versions as a whole: the finding X023."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

VERSION_STEP_MISSING = Kind(
    code="X023",
    slug="version-step-missing",
    severity=Severity.ERROR,
    what="The version of the product, or the revision of the document, does not go as far as the project asks for with "
    "such changes, or nobody can tell because it is not made of numbers joined by dots.",
    why="Who installs a version judges by its number whether peers must be looked at. A breaking change behind a small "
    "step is found when it breaks.",
    instead="Give the version the number that its changes deserve, keep what would break, or accept the change in "
    "`dcsgen-accepted.yaml` with the reason why it breaks nothing. What each verdict needs is in the table "
    "`[diff.version-step]` of the configuration.",
)

ALL = (VERSION_STEP_MISSING,)
"""All kinds of this package, in the order of their codes."""
