"""The rule S536: a resource that something is for is one of the transaction."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import did_you_mean, quoted
from dcsgen.model import Capability, WebTransaction
from dcsgen.plugin import Kind, LintRule, Path, Problem, Profile, Severity

KIND = Kind(
    code="S536",
    slug="resource-not-of-transaction",
    severity=Severity.ERROR,
    what=(
        "A query parameter, header field, media type, Attribute or the caching of a transaction is for a resource that "
        "the transaction does not list."
    ),
    why="It says that something holds for a resource that is not supported, or misspells one that is.",
    instead="Write the resource as `resources` has it, or add it there.",
    clause="PS3.18 8.2",
)

_MAPS = ("parameters", "headers", "response_headers", "attributes", "request_media_types", "response_media_types")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each resource that is not listed."""
    for key, service in capability.web_services.items():
        for name, transaction in service.transactions.items():
            for path, resource in _named(transaction):
                if resource not in transaction.resources:
                    of = f"the transaction {transaction.name or name} of {quoted(key)}"
                    message = f"{quoted(resource)} is no resource of {of}"
                    hint = did_you_mean(resource, transaction.resources) or "add it to `resources`"
                    yield KIND.at(("web_services", key, "transactions", name, *path), message, hint=hint)


def _named(transaction: WebTransaction) -> Iterator[tuple[Path, str]]:
    """The resources that records of a transaction name, each with its path."""
    for group in _MAPS:
        for key, record in getattr(transaction, group).items():
            for index, resource in enumerate(record.resources):
                yield (group, key, "resources", index), resource
            for index, resource in enumerate(getattr(record, "default_for", ())):
                yield (group, key, "default_for", index), resource
    for index, resource in enumerate(transaction.caching.resources):
        yield ("caching", "resources", index), resource


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
