"""The rule S546: cipher suites have their registered names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._security import transports
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S546",
    slug="cipher-suite-without-iana-name",
    severity=Severity.WARNING,
    what=("A cipher suite is not written as IANA registers it, such as TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384."),
    why=(
        "Libraries have names of their own for them; statements can only be compared by those that RFCs and PS3.15 use."
    ),
    instead="Write the registered name: `openssl ciphers -stdname` gives it for a name of OpenSSL.",
    clause="PS3.15 B.10",
)

_NAME = re.compile(r"TLS_[A-Za-z0-9]+(_[A-Za-z0-9]+)+")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each suite whose name has another form."""
    for path, record, _ in transports(capability):
        for index, suite in enumerate(record.cipher_suites):
            if not _NAME.fullmatch(suite):
                at = (*path, "cipher_suites", index)
                message = f"{quoted(suite)} is no registered name of a cipher suite"
                yield KIND.at(at, message, hint="write the name that IANA has, with TLS_ in front", subject=suite)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
