"""The rule S431: what identifies something is not cut."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.value_representations import by_code
from dcsgen.base.words import TooLong
from dcsgen.builtin.rule._mappings import read_rows
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S431",
    slug="identifier-truncated",
    severity=Severity.WARNING,
    what="A UID, a Patient ID, its issuer or an Accession Number is truncated to fit into its field.",
    why=(
        "What is left of an identifier may be the identifier of something else. Objects are then assigned to the wrong "
        "patient or request, and nobody is told."
    ),
    instead="Reject values that do not fit, or make the field as long as the Value Representation allows.",
    clause="PS3.5 6.2",
)

IDENTIFIERS = frozenset({"PatientID", "IssuerOfPatientID", "AccessionNumber"})


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such Attribute whose values can be longer than the field."""
    for row in read_rows(capability):
        one, known = row.attribute, by_code(row.attribute.vr)
        if one.too_long is not TooLong.TRUNCATED or known is None or known.longest is None:
            continue
        if (known.vr == "UI" or row.keyword in IDENTIFIERS) and (one.length is None or one.length < known.longest):
            message = f"{row.label} is an identifier, but is truncated if it does not fit"
            yield KIND.at(
                (*row.path, "too_long"), message, hint=f"reject it, or make room for {known.longest} characters"
            )


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
