"""The rule S222: what can be retrieved can be looked for."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import find_of_model
from dcsgen.base.standard.uids import by_uid
from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._placed import placed, retrieves
from dcsgen.builtin.rule._services import mentions, origins, roles_of, some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S222",
    slug="retrieve-without-query",
    severity=Severity.WARNING,
    what=(
        "The product has C-MOVE or C-GET in a role, but not C-FIND: an SCP not for the same information model, an SCU "
        "not for any."
    ),
    why=(
        "Retrieval needs the UIDs of what is wanted, and C-FIND is where they come from. Mostly a service was "
        "forgotten, or a SOP Class mistaken for its neighbour."
    ),
    instead="Add the SOP Class for C-FIND, or say in `behaviour` that there is no query.",
    clause="PS3.4 C.1.3, C.3.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; one whose texts mention queries or C-FIND is left alone."""
    every = list(placed(capability))
    has = {(one.role, one.uid) for one in every}
    users = [service for service in capability.services.values() if Role.SCU in roles_of(service)]
    user_queries = any(retrieves(service, "FIND", origins(capability)) for service in users)
    lacking: dict[str, dict[str, None]] = {}
    for one in every:
        query = find_of_model(one.uid)
        if not query or (one.role, query) in has or (one.role is Role.SCU and user_queries):
            continue
        if not any(mentions(one.service, word) for word in ("c-find", "query", "queries")):
            lacking.setdefault(one.key, {})[_name(query)] = None
    for key, names in lacking.items():
        message = f"the service {quoted(key)} retrieves, but there is no {some(list(names))} in the same role"
        yield KIND.at(("services", key, "sop_classes"), message, hint="add it, or say that there is no query")


def _name(uid: str) -> str:
    registered = by_uid(uid)
    return registered.name if registered is not None else uid


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
