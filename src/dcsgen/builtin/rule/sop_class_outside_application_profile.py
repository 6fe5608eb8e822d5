"""The rule S503: the Application Profile admits the SOP Classes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.media_profiles import ANY_STORAGE
from dcsgen.base.words import SopClassKind
from dcsgen.builtin.rule._media import standard_uses
from dcsgen.builtin.rule._services import origins, stores
from dcsgen.model import Capability, SopClass
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S503",
    slug="sop-class-outside-application-profile",
    severity=Severity.WARNING,
    what=("A media service puts a SOP Class into the File-set that its Standard Application Profile does not admit."),
    why=(
        "A reader of the profile need not be able to read such an object, and PS3.2 calls a profile with added SOP "
        "Classes Augmented."
    ),
    instead=(
        "Take the SOP Class out, choose a General Purpose profile, or describe an Augmented profile under "
        "`application_profiles`."
    ),
    clause="PS3.2 7.4.2, PS3.11",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each SOP Class that the profile does not admit, at the list of SOP Classes."""
    made_from = origins(capability)
    for use in standard_uses(capability):
        path, service, facts = use
        admitted = {content.sop_class for content in facts.contents}
        for key, content in service.contents.items() if admitted else ():
            for sop_class in dict.fromkeys(content.sop_classes):
                if not _is_admitted(sop_class, admitted, made_from):
                    message = f"{facts.id} admits no {sop_class.name}"
                    hint = f"take it out, or describe an Augmented profile{use.doubt('contents')}"
                    at = (*path, "contents", key, "sop_classes")
                    yield KIND.at(at, message, hint=hint, subject=sop_class.uid)


def _is_admitted(sop_class: SopClass, admitted: set[str], made_from: dict[str, str]) -> bool:
    if sop_class.uid in admitted:
        return True
    standard = sop_class.kind in (SopClassKind.STANDARD, SopClassKind.STANDARD_EXTENDED)
    return ANY_STORAGE in admitted and standard and stores(made_from.get(sop_class.uid, sop_class.uid)) is not False


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
