"""The rule S203: the default Transfer Syntax is offered and accepted for every SOP Class."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.service_classes import why_without_service
from dcsgen.base.standard.transfer_syntaxes import DEFAULT, syntax
from dcsgen.base.text import quoted
from dcsgen.base.words import Role, SopClassKind
from dcsgen.builtin.rule._contexts import complaints, waived
from dcsgen.builtin.rule._services import some
from dcsgen.model import Capability, SopClass
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S203",
    slug="default-transfer-syntax-missing",
    severity=Severity.ERROR,
    what=(
        "Implicit VR Little Endian is not among the Transfer Syntaxes that an Application Entity has for a SOP Class "
        "in a role."
    ),
    why=(
        "It is what two products have in common if they have nothing else. PS3.5 demands it for each Abstract Syntax "
        "that is offered or accepted, but for Private SOP Classes (PS3.2 7.3), for a sender who has nothing but lossy "
        "compressed pixels or pixels too long for it, and for an acceptor of pixels by reference."
    ),
    instead="Add `ImplicitVRLittleEndian` to `transfer_syntaxes`.",
    clause="PS3.5 10.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; what is never negotiated on Associations is the subject of other rules."""
    for found in complaints(capability, _wrong, _concerns):
        message = f"the service {quoted(found.key)} has no Implicit VR Little Endian for {some(found.names)}"
        yield KIND.at(found.path, message, hint="add `ImplicitVRLittleEndian`")


def _wrong(role: Role, uids: frozenset[str]) -> str:
    facts = [syntax(uid) for uid in uids]
    negotiable = any(one is None or one.negotiable for one in facts)
    return "default" if DEFAULT not in uids and negotiable and not waived(role, uids) else ""


def _concerns(sop_class: SopClass) -> bool:
    return sop_class.kind is not SopClassKind.PRIVATE and not why_without_service(sop_class.uid)


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
