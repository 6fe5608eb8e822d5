"""The rule S455: the number of a Context Group is one that is known."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S455",
    slug="context-group-not-known",
    severity=Severity.NOTE,
    what="A Context Group whose number the tables of codes do not have.",
    why=(
        "It may be mistyped. The tables are not complete, so it may also be right: groups that only "
        "include others are mostly not in them."
    ),
    instead="Look the number up in PS3.16 Annex B.",
    clause="PS3.16 Annex B",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Context Group."""
    for key, group in (capability.context_groups or {}).items():
        if group.cid is not None and not group.name:
            message = f"CID {group.cid} of {quoted(key)} is not known"
            yield KIND.at(("context_groups", key, "cid"), message, hint="look it up in PS3.16 Annex B")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
