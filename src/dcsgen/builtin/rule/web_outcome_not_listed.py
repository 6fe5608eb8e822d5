"""The rule S537: a status code or reason that a check, limit or state leads to is listed."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.model import Capability, WebService, WebTransaction
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S537",
    slug="web-outcome-not-listed",
    severity=Severity.WARNING,
    what=(
        "A check, a limit or a state of a Workitem leads to an HTTP status code, or to a reason in the payload, that "
        "the transaction does not list."
    ),
    why="The tables of status codes and reasons are where a peer looks for what it may get; they have to be whole.",
    instead="Add the code to `statuses`, `failure_reasons`, `warning_reasons` or `error_codes`, or correct it.",
    clause="PS3.2 N.7.3.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each code that is not listed; a transaction without any list is another matter."""
    for key, service in capability.web_services.items():
        for name, transaction in service.transactions.items():
            at = ("web_services", key, "transactions", name)
            statuses = {**service.statuses, **transaction.statuses}
            for path, status in _statuses(transaction) if statuses else ():
                if status not in statuses:
                    message = f"the status code {status} is not among those of {_label(name, transaction, key)}"
                    yield KIND.at((*at, *path), message, hint="add it to `statuses`")
            for path, reason in _reasons(transaction):
                message = f"the reason {quoted(reason)} is not among those of {_label(name, transaction, key)}"
                yield KIND.at((*at, *path), message, hint="add it to `failure_reasons` or `warning_reasons`")
        yield from _of_service(key, service)


def _label(name: str, transaction: WebTransaction, key: str) -> str:
    return f"the transaction {transaction.name or name} of {quoted(key)}"


def _statuses(transaction: WebTransaction) -> Iterator[tuple[Path, str]]:
    for group in ("validation", "limits", "workitem_states"):
        for key, record in getattr(transaction, group).items():
            if record.status:
                yield (group, key, "status"), record.status


def _reasons(transaction: WebTransaction) -> Iterator[tuple[Path, str]]:
    """The reasons of checks that no list has."""
    listed = {*transaction.failure_reasons, *transaction.warning_reasons}
    for key, check in transaction.validation.items():
        known = check.reason.upper() in listed or check.reason in transaction.error_codes
        if check.reason and not known:
            yield ("validation", key, "reason"), check.reason


def _of_service(key: str, service: WebService) -> Iterator[Problem]:
    listed = set(service.statuses).union(*(each.statuses for each in service.transactions.values()))
    for name, limit in service.limits.items():
        if limit.status and limit.status not in listed:
            message = f"the status code {limit.status} is not among those of {quoted(key)}"
            yield KIND.at(("web_services", key, "limits", name, "status"), message, hint="add it to `statuses`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
