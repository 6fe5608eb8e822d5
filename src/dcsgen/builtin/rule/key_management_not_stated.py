"""The rule S557: a secure transport says how keys are managed."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S557",
    slug="key-management-not-stated",
    severity=Severity.WARNING,
    what="A profile under `security.secure_transport` is one for TLS and has no `key_management`.",
    why=(
        "PS3.15 demands that the Conformance Statement says which mechanisms for key management the product has: "
        "certificates have to be got onto it and replaced before they run out."
    ),
    instead="Add `key_management`.",
    clause="PS3.15 B.9, B.10",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each TLS profile without a word about keys."""
    for path, record, facts in transports(capability):
        if facts is not None and facts.tls_versions and not record.key_management:
            message = f"the secure transport {quoted(path[-1])} does not say how keys are managed"
            yield KIND.at(path, message, hint="add `key_management`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
