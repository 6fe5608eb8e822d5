"""The rule S543: no cipher suite is weak."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S543",
    slug="weak-cipher-suite",
    severity=Severity.WARNING,
    what=(
        "A secure transport negotiates a cipher suite without encryption or authentication, with RC4, DES, 3DES or an "
        "export key, or with a key exchange that is not ephemeral."
    ),
    why=(
        "RFC 9325 forbids or advises against all of these. What they protect can be read by those who have the means, "
        "some of it years later."
    ),
    instead="Take the cipher suite out and switch it off in the product.",
    clause="RFC 9325 4.1, PS3.15 B.12",
)

_WEAK = re.compile(r"NULL|EXPORT|_RC4_|_DES_|_3DES_|_anon_|^TLS_RSA_WITH_")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each weak suite, except those that a retired profile demands, which is reported itself."""
    for path, record, facts in transports(capability):
        demanded = (*facts.required_suites, *facts.optional_suites) if facts is not None and facts.retired else ()
        for index, suite in enumerate(record.cipher_suites):
            if _WEAK.search(suite) and suite not in demanded:
                at = (*path, "cipher_suites", index)
                yield KIND.at(at, f"{suite} is weak", hint="switch it off and take it out", subject=suite)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
