"""The rule S523: HTTP status codes exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.standard.http_statuses import NAMES
from dcsgen.model import Capability, WebStatus
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S523",
    slug="unknown-http-status",
    severity=Severity.ERROR,
    what="A status code of a web service is not registered for HTTP.",
    why="A user agent can only treat it like the first code of its hundred, so that its meaning is lost.",
    instead="Correct the code, or use the registered one that comes nearest.",
    clause="PS3.18 8.5, RFC 9110 15",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each code that is not registered."""
    for path, statuses in _status_lists(capability):
        for code in statuses:
            if code not in NAMES:
                message = f"{code} is no status code of HTTP"
                yield Problem(kind=KIND, path=(*path, code), message=message, hint="correct the code", on_key=True)


def _status_lists(capability: Capability) -> Iterator[tuple[Path, Mapping[str, WebStatus]]]:
    for key, service in capability.web_services.items():
        yield ("web_services", key, "statuses"), service.statuses
        for name, transaction in service.transactions.items():
            yield ("web_services", key, "transactions", name, "statuses"), transaction.statuses


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
