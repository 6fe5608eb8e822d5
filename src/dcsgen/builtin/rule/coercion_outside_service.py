"""The rule S581: a coercion is of SOP Classes of its service."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S581",
    slug="coercion-outside-service",
    severity=Severity.ERROR,
    what="A coercion is limited to a SOP Class that the service does not have.",
    why="The change never happens, or another service makes it.",
    instead="Take the SOP Class out, or move the coercion.",
    clause="PS3.2 Table N.5-11",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such coercion."""
    for name, service in capability.services.items():
        known = {sop_class.uid for sop_class in service.sop_classes}
        for path, coercion in (service.coercion or {}).items():
            other = [sop_class.name for sop_class in coercion.sop_classes if sop_class.uid not in known]
            if other:
                message = f"{quoted(path)} is coerced in {other[0]}, which the service {quoted(name)} does not have"
                yield KIND.at(("services", name, "coercion", path, "sop_classes"), message, hint="take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
