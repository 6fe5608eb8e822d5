"""The rule S242: a provider of queries supports the keys that PS3.4 requires."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import MatchingType
from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._attributes import attributes_of
from dcsgen.builtin.rule._services import roles_of, some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S242",
    slug="required-key-not-supported",
    severity=Severity.ERROR,
    what=(
        "A provider states the keys of its queries, and one that PS3.4 requires of it is not among them, "
        "or is only returned."
    ),
    why=("A user may search by these at any provider. One that ignores them returns everything, or an error."),
    instead="Support the key and add it, or say in `behaviour` that it is missing and accept the finding.",
    clause="PS3.4 C.2.2.1",
)

_REQUIRED = ("U", "R")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each level at which required keys are not matched; "not stated" is no "no"."""
    for name, service in capability.services.items():
        if not service.keys or Role.SCP not in roles_of(service):
            continue
        only_returned = {path for path, key in service.keys.items() if key.matching == (MatchingType.UNIVERSAL,)}
        missing: dict[str, list[str]] = {}
        for row in (row for sop_class in service.sop_classes for row in attributes_of(sop_class)):
            path = ".".join(row.path)
            kind = row.columns.get("key") or row.columns.get("matching key")
            if kind in _REQUIRED and (path not in service.keys or path in only_returned):
                missing.setdefault(row.level, []).append(path)
        for level, paths in missing.items():
            at = f" at the level {level}" if level else ""
            message = f"the service {quoted(name)} does not match {some(paths)}{at}"
            yield KIND.at(("services", name, "keys"), message, hint="add them with `matching`", subject=level)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
