"""The rule S316: the provider of storage says what people can do about a failure or warning."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.words import StatusClass
from dcsgen.builtin.rule._status_lists import status_lists
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S316",
    slug="recovery-action-not-stated",
    severity=Severity.WARNING,
    what="A failure or warning that a storage SCP sends has no `action`.",
    why=(
        "PS3.4 wants a storage SCP to describe the meaning of each unsuccessful status and of each warning, together "
        "with the action that sets it right. Whoever reads the code in a log at night needs nothing more than that."
    ),
    instead="Say in `action` what the operator of either side does, or that nothing is to be done.",
    clause="PS3.4 B.4.3.2",
)

CLASSES = (StatusClass.FAILURE, StatusClass.WARNING)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each failure or warning without action in a list of an SCP of C-STORE."""
    for codes in status_lists(capability):
        if not codes.sent or "C-STORE" not in codes.dimse:
            continue
        for row in codes.rows:
            if row.status.class_ in CLASSES and not row.status.action:
                message = f"the status {row.code} in {codes.owner} does not say what people do about it"
                yield KIND.at((*codes.path, row.code), message, hint='add an `action`, even if it is "None."')


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
