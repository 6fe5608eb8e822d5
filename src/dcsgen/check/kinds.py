"""What can be wrong with the list of accepted findings: the findings X020 to X022."""

from __future__ import annotations

from dcsgen.base.finding import Kind, Severity

ENTRY_EXPIRED = Kind(
    code="X020",
    slug="accepted-entry-expired",
    severity=Severity.WARNING,
    what="The day until which an entry of `dcsgen-accepted.yaml` holds is over. It accepts nothing any more, so what "
    "it accepted counts again.",
    why="A finding is accepted for a reason, and reasons end: the next version is out, the peer was replaced. "
    "Without a last day nobody would ever look again.",
    instead="Correct the description and delete the entry. If the reason still holds, let its owner set a new day.",
)

ENTRY_UNUSED = Kind(
    code="X021",
    slug="accepted-entry-unused",
    severity=Severity.WARNING,
    what="An entry of `dcsgen-accepted.yaml` matches no finding, although its rule ran over all that it speaks of.",
    why="It would silently accept the same mistake if somebody made it again.",
    instead="Delete the entry: what it accepted was corrected. If it never matched, compare its path with that of the "
    "finding in `dcsgen check --output json`.",
)

ACCEPTED_INVALID = Kind(
    code="X022",
    slug="accepted-file-invalid",
    severity=Severity.ERROR,
    what="`dcsgen-accepted.yaml` cannot be used, or one of its entries cannot: a key is missing or unknown, a date is "
    "none, the rule does not exist, or it is one that cannot be accepted.",
    why="An entry that is not understood accepts nothing, so what it was meant for counts.",
    instead="Write it as `dcsgen schema accepted` describes. What keeps a description from being read and errors of "
    "plug-ins cannot be accepted, because without them corrected nothing else was looked at.",
)

ALL = (ENTRY_EXPIRED, ENTRY_UNUSED, ACCEPTED_INVALID)
"""All kinds of this package, in the order of their codes."""
