"""The rule S315: what a response says more is in its Command Elements, where it has no Data Set."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.builtin.rule._status_lists import status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S315",
    slug="related-field-outside-command",
    severity=Severity.WARNING,
    what=(
        "A status of C-STORE or C-ECHO has a related field that is no Command Element (group 0000), such as Patient ID."
    ),
    why=(
        "The responses of these services have no Data Set, so the Attribute cannot come with the status. It is written "
        "into Offending Element (0000,0901) as a Tag, or into Error Comment (0000,0902) as text."
    ),
    instead="Name the Command Element: `OffendingElement`, `ErrorComment`, `AffectedSOPInstanceUID`, for example.",
    clause="PS3.7 9.3.1.2, 9.3.5.2",
)

WITHOUT_DATA_SET = frozenset({"C-STORE", "C-ECHO"})


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such field in a list that is for C-STORE and C-ECHO only."""
    for codes in status_lists(capability):
        if not codes.dimse or not codes.dimse <= WITHOUT_DATA_SET:
            continue
        for row in codes.rows:
            for index, element in enumerate(row.status.related_fields):
                if not element.tag.startswith("(0000,"):
                    message = (
                        f"{element.name} {element.tag} is a related field of the status {row.code} in {codes.owner}, "
                        "but a response without Data Set cannot carry it"
                    )
                    at = (*codes.path, row.code, "related_fields", index)
                    yield KIND.at(at, message, hint="name the Command Element that carries it")


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
