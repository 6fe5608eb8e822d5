"""The rule S524: a status code of a web service says when it is returned, or what is done then."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.http_statuses import NAMES
from dcsgen.base.words import WebRole
from dcsgen.model import Capability, WebService, WebStatus
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S524",
    slug="http-status-not-explained",
    severity=Severity.WARNING,
    what="A status code of an origin server has no `condition`, or one of a user agent no `behaviour`.",
    why="That a code may come is no news; the statement has to say what it means for this product.",
    instead=(
        "Add the `condition` in which an origin server returns it, or the `behaviour` of the user agent that gets it."
    ),
    clause="PS3.2 N.7.3.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each code without what its side has to say; one that does not exist has a rule of its own."""
    for key, service in capability.web_services.items():
        answers = service.role is WebRole.ORIGIN_SERVER
        for path, status in _statuses(key, service):
            if path[-1] in NAMES and not (status.condition if answers else status.behaviour):
                says = "when it is returned" if answers else "what is done then"
                hint = f"add `{'condition' if answers else 'behaviour'}`"
                yield KIND.at(path, f"the status code {path[-1]} does not say {says}", hint=hint)


def _statuses(key: str, service: WebService) -> Iterator[tuple[Path, WebStatus]]:
    for code, status in service.statuses.items():
        yield ("web_services", key, "statuses", code), status
    for name, transaction in service.transactions.items():
        for code, status in transaction.statuses.items():
            yield ("web_services", key, "transactions", name, "statuses", code), status


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
