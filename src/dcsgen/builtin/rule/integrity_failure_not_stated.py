"""The rule S558: a secure transport says what an integrity failure looks like."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S558",
    slug="integrity-failure-not-stated",
    severity=Severity.NOTE,
    what="A profile under `security.secure_transport` is one for TLS and has no `integrity_failure`.",
    why=(
        "PS3.15 demands that the provider reason of the A-P-ABORT which follows a failed integrity check is "
        "documented: it tells an attack from a broken line."
    ),
    instead="Add `integrity_failure` with the reason.",
    clause="PS3.15 B.9, B.10",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each TLS profile without a word about it."""
    for path, record, facts in transports(capability):
        if facts is not None and facts.tls_versions and not record.integrity_failure:
            message = f"the secure transport {quoted(path[-1])} does not say what happens if an integrity check fails"
            yield KIND.at(path, message, hint="add `integrity_failure`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.STRICT)
