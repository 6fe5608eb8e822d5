"""The rule S512: who writes files states his Implementation Class UID."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.words import FileSetRole
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S512",
    slug="file-meta-information-not-stated",
    severity=Severity.WARNING,
    what=(
        "An Application Entity creates or updates File-sets, but states an Implementation Class UID neither in "
        "`file_meta_information` nor in `association`."
    ),
    why=(
        "Every file has it in its File Meta Information, as a Type 1 Attribute, and PS3.2 wants it documented: it is "
        "how one sees later which product wrote a disc."
    ),
    instead=(
        "Add `file_meta_information.implementation_class_uid`, or `association.implementation_class_uid` if it is the "
        "same."
    ),
    clause="PS3.10 7.1, PS3.2 A.5.1.4",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Application Entity that writes files under an unknown Implementation Class UID."""
    writing = {s.application_entity for s in capability.media.values() if set(s.roles) - {FileSetRole.FSR}}
    for name, entity in capability.application_entities.items():
        meta = entity.file_meta_information
        stated = entity.association.implementation_class_uid or (meta.implementation_class_uid if meta else "")
        if name in writing and not stated:
            message = f"{name} writes files, but does not state the Implementation Class UID in them"
            hint = "add `file_meta_information.implementation_class_uid`"
            yield KIND.at(("application_entities", name), message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
