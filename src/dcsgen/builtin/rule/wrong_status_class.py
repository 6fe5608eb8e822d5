"""The rule S308: a status has the class that the standard gives its code."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.statuses import class_of
from dcsgen.base.text import listed
from dcsgen.base.words import StatusClass
from dcsgen.builtin.rule._status_lists import Row, StatusList, status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S308",
    slug="wrong-status-class",
    severity=Severity.ERROR,
    what=(
        "A status code is said to be of another class than the standard gives it: B000 as a failure, A700 as a warning."
    ),
    why=(
        "The class follows from the code, and the peer goes by the code: it tries again after what it takes for a "
        "failure, and deletes its copy after what it takes for a success."
    ),
    instead="Correct the class, or take a code of the class that is meant.",
    clause="PS3.7 Annex C",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each row whose codes all have one class in the standard, and it is another one."""
    for codes in status_lists(capability):
        for row in codes.rows:
            classes = _classes(codes, row)
            if classes and row.status.class_ not in classes:
                names = listed([str(kind) for kind in classes], "or")
                message = f"the status {row.code} in {codes.owner} is of class {names}, not {row.status.class_}"
                yield KIND.at((*codes.path, row.code, "class"), message, hint=f"write `class: {classes[0]}`")


def _classes(codes: StatusList, row: Row) -> list[StatusClass]:
    """The classes that the codes of a row can have; none if that differs within the row."""
    of_service = [status for status in codes.standard if row.is_within(status)]
    if of_service:
        return sorted({status.status_class for status in of_service})
    # PS3.7 gives most classes by the first digit; a range over several of them says nothing about one class.
    general = class_of(row.low)
    same = row.low == row.high or (row.low >= 0xA000 and row.low >> 12 == row.high >> 12 < 0xF)
    return [general] if general is not None and same else []


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
