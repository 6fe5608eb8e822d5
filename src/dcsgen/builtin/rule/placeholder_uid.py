"""The rule S103: no UID is left over from an example."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._uids import is_under, own_uids
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S103",
    slug="placeholder-uid",
    severity=Severity.WARNING,
    what=(
        "A UID of the vendor's begins with `1.2.3`, which no country has, or with `1.2.840.999999`, the root of the "
        "invented companies in the sample statements of PS3.2."
    ),
    why=(
        "Such UIDs are placeholders of examples and tests. Two products that both forgot to replace theirs cannot be "
        "told apart."
    ),
    instead="Take a UID below the root of your organisation.",
    clause="PS3.5 9.2.2",
)


EXAMPLES = ("1.2.3", "1.2.840.999999")


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each UID below the root of an example."""
    for own in own_uids(capability):
        for root in EXAMPLES:
            if is_under(own.uid, root):
                message = f"{own.what} has the UID {own.uid}, whose root {root} is that of an example"
                yield KIND.at(own.path, message, hint="replace it by a UID below the root of your organisation")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
