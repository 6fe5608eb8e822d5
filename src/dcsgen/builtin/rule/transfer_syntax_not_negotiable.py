"""The rule S209: what is not for Associations is not offered on one."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.transfer_syntaxes import syntax
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S209",
    slug="transfer-syntax-not-negotiable",
    severity=Severity.ERROR,
    what=(
        "A service has a Transfer Syntax that is not meant for Associations: one of the real-time flows of PS3.22 "
        "(SMPTE ST 2110), or one that PS3.5 does not describe (RFC 2557 MIME Encapsulation, XML Encoding, Papyrus 3)."
    ),
    why="No Data Set of a DIMSE message can be encoded in it.",
    instead="Take it out.",
    clause="PS3.5 10",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service."""
    for key, service in capability.services.items():
        strange = [
            one.name
            for one in service.transfer_syntaxes
            if (facts := syntax(one.uid)) is not None and not facts.negotiable
        ]
        if strange:
            message = f"the service {quoted(key)} has {some(strange)}, not meant for Associations"
            yield KIND.at(("services", key, "transfer_syntaxes"), message, hint="take it out")


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
