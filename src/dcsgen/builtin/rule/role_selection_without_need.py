"""The rule S215: role selection is stated where it has a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import needs_storage, reported_later
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._denials import affirms
from dcsgen.builtin.rule._placed import is_against_default
from dcsgen.builtin.rule._services import origins
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S215",
    slug="role-selection-without-need",
    severity=Severity.WARNING,
    what=(
        "`role_selection` says that roles are negotiated, but the product opens the Association as SCU, or accepts it "
        "as SCP, which are the roles by default, and no SOP Class of the service makes the roles change."
    ),
    why="Either `role` or `initiator` is wrong, or the peer is told to expect a proposal that is never made.",
    instead="Correct `role` or `initiator`, or take `role_selection` out.",
    clause="PS3.7 D.3.3.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; texts that deny something are left alone, and so are C-MOVE and C-GET."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        uids = [made_from.get(one.uid, one.uid) for one in service.sop_classes]
        if any(needs_storage(uid) or reported_later(uid) for uid in uids) or is_against_default(service):
            continue
        if affirms(service.role_selection):
            message = f"the service {quoted(key)} has a role selection, but its roles are those by default"
            path = ("services", key, "role_selection")
            yield KIND.at(path, message, hint="correct `role` or `initiator`, or take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
