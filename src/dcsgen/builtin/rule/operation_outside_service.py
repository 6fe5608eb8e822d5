"""The rule S246: an operation is one that the SOP Class has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import service_of
from dcsgen.base.text import listed, quoted
from dcsgen.builtin.rule._attributes import operated
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S246",
    slug="operation-outside-service",
    severity=Severity.ERROR,
    what="An operation or notification that the SOP Class does not have.",
    why="A peer refuses it as an unrecognized operation.",
    instead="Correct `operation`, or say by `sop_class` which SOP Class is meant.",
    clause="PS3.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such operation; SOP Classes whose DIMSE services are not known are passed over."""
    for one in operated(capability):
        uses = [service_of(sop_class.uid) for sop_class in one.sop_classes]
        if any(use is None or not use.dimse or "dimse" in use.unverified for use in uses):
            continue
        known = list(dict.fromkeys(dimse for use in uses if use for dimse in use.dimse))
        if one.operation.operation not in known:
            names = listed([quoted(sop_class.name) for sop_class in one.sop_classes], "and")
            message = f"{names} has no {one.operation.operation}"
            yield KIND.at((*one.path, "operation"), message, hint=f"it has {listed(known, 'and')}")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
