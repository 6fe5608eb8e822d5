"""The rule S556: a secure transport states its TLS versions."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S556",
    slug="tls-versions-not-stated",
    severity=Severity.WARNING,
    what="A profile under `security.secure_transport` is one for TLS and has no `tls_versions`.",
    why=(
        "The current profiles leave a choice. Whether TLS 1.3 is there, and 1.2 can be switched off, is what a "
        "security officer asks first."
    ),
    instead="Add `tls_versions` with those that can be negotiated.",
    clause="PS3.15 B.12, PS3.2 N.8.4.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such profile; what does not speak TLS has no versions."""
    for path, record, facts in transports(capability):
        if facts is not None and facts.tls_versions and not record.tls_versions:
            message = f"the secure transport {quoted(path[-1])} does not say which versions of TLS"
            yield KIND.at(path, message, hint="add `tls_versions`")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
