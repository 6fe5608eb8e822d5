"""The rule S534: a transaction of the vendor's own has a method and resources with URIs."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import listed, quoted
from dcsgen.model import Capability, WebTransaction
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S534",
    slug="private-transaction-not-described",
    severity=Severity.WARNING,
    what=(
        "A transaction that is private, or of a private service, has no `method` or no `resources`, or one of its "
        "resources has no `uri`."
    ),
    why="PS3.18 says nothing about it, so nobody can send such a request who has only the statement.",
    instead="Add the method of HTTP and the URI template of each resource.",
    clause="PS3.18 8.1, 8.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each private transaction that lacks something."""
    for key, service in capability.web_services.items():
        for name, transaction in service.transactions.items():
            missing = _missing(transaction) if service.private or transaction.private else []
            if missing:
                message = (
                    f"the private transaction {quoted(transaction.name or name)} has no {listed(missing, 'and no')}"
                )
                yield KIND.at(
                    ("web_services", key, "transactions", name), message, hint=f"add {listed(missing, 'and')}"
                )


def _missing(transaction: WebTransaction) -> list[str]:
    missing = [] if transaction.method else ["`method`"]
    if not transaction.resources:
        return [*missing, "`resources`"]
    bare = [name for name, each in transaction.resources.items() if not each.uri and not name.startswith("/")]
    return [*missing, *(f"`uri` of {quoted(name)}" for name in bare[:3])]


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
