"""The rule S307: a provider sends only status codes that its service has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.statuses import class_of
from dcsgen.base.text import listed
from dcsgen.builtin.rule._status_lists import StatusList, status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S307",
    slug="status-outside-service",
    severity=Severity.WARNING,
    what=(
        "An SCP sends a status code that neither PS3.4 gives to the Service Class nor PS3.7 to the DIMSE service: "
        "B001 or 0110 for C-STORE, for example."
    ),
    why=(
        "A peer knows the codes of the service, and the ranges that PS3.4 leaves to the product, such as A7xx, A9xx "
        "and Cxxx of C-STORE. Any other code is unknown to it, and many take an unknown one for a failure or stop."
    ),
    instead="Take a code of the service, or one of your own from a range that the service leaves open.",
    clause="PS3.7 Annex C",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each code in a list of an SCP none of which the service has; unknown services are left alone."""
    for codes in status_lists(capability):
        if not codes.sent or not codes.standard:
            continue
        hint = _hint(codes)
        for row in codes.rows:
            # A code that nobody may use is the subject of another rule.
            if class_of(row.low) is not None and not any(row.meets(status) for status in codes.standard):
                message = f"the status {row.code} in {codes.owner} is none that {_services(codes)} returns"
                yield KIND.at((*codes.path, row.code), message, hint=hint)


def _services(codes: StatusList) -> str:
    return listed(sorted({status.dimse for status in codes.standard}), "or")


def _hint(codes: StatusList) -> str:
    ranges = [status.code for status in codes.standard if status.low < status.high]
    if not ranges:
        return "the service leaves no codes to the product"
    return f"codes of the product's own are taken from {listed(ranges, 'or')}"


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
