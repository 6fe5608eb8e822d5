"""The rule S545: the cipher suites that the profile demands are there."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._security import transports
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S545",
    slug="required-cipher-suite-missing",
    severity=Severity.WARNING,
    what="A secure transport states its cipher suites, and one that its profile demands is not among them.",
    why="Peers that follow the profile may have only that one in common with the product.",
    instead="Support the cipher suite and add it, or state the profile that is supported in truth.",
    clause="PS3.15 B.10, B.11",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each transport that lacks some of them."""
    for path, record, facts in transports(capability):
        required = facts.required_suites if facts is not None else ()
        missing = [suite for suite in required if suite not in record.cipher_suites]
        if record.cipher_suites and missing:
            message = f"the {record.profile.name} demands {some(missing)}"
            yield KIND.at((*path, "cipher_suites"), message, hint="add what is missing")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
