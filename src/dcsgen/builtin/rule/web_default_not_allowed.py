"""The rule S535: the default of a query parameter or header field is one of its values."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted, scalar
from dcsgen.model import Capability, WebParameter
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S535",
    slug="web-default-not-allowed",
    severity=Severity.ERROR,
    what="The default of a query parameter or header field is outside its range or not among its values.",
    why="One of the two is wrong, and a reader cannot tell which.",
    instead="Correct the default, the range or the values.",
    clause="PS3.2 N.5.3",
)

_GROUPS = ("parameters", "headers", "response_headers")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each default that is not allowed."""
    for key, service in capability.web_services.items():
        for name, transaction in service.transactions.items():
            for group in _GROUPS:
                for parameter, record in getattr(transaction, group).items():
                    if wrong := _wrong(record):
                        path = ("web_services", key, "transactions", name, group, parameter, "default")
                        message = f"the default {scalar(record.default)} of {quoted(parameter)} is {wrong}"
                        yield KIND.at(path, message, hint="correct one of the two")


def _wrong(record: WebParameter) -> str:
    """What is wrong with the default of a parameter, or nothing."""
    default = record.default
    if default is None:
        return ""
    if record.values and scalar(default) not in record.values:
        return "not among its values"
    if record.range is not None and isinstance(default, int | float) and not isinstance(default, bool):
        low, high = record.range
        if (low is not None and default < low) or (high is not None and default > high):
            return "outside its range"
    return ""


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
