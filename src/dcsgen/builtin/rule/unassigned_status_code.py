"""The rule S311: a status code is one that PS3.7 lets somebody use."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.statuses import class_of
from dcsgen.builtin.rule._status_lists import status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S311",
    slug="unassigned-status-code",
    severity=Severity.ERROR,
    what="A status code has no class in PS3.7 Annex C: D000, 0300 or FF02, for example.",
    why=(
        "PS3.7 divides the codes among the standard and the Service Classes: 01xx and 02xx are general, Axxx, Bxxx and "
        "Cxxx belong to the services, and a few codes stand for themselves. What is left belongs to nobody, and a peer "
        "cannot even tell whether such a code is a failure."
    ),
    instead="Take a code from Axxx, Bxxx or Cxxx, as the service allows.",
    clause="PS3.7 Annex C",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each code that nobody may use; rows for all other codes are left alone."""
    for codes in status_lists(capability):
        for row in codes.rows:
            if not row.is_wide and class_of(row.low) is None and class_of(row.high) is None:
                message = f"the status {row.code} in {codes.owner} is a code that PS3.7 gives to nobody"
                yield KIND.at((*codes.path, row.code), message, hint="codes of services are Axxx, Bxxx and Cxxx")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
