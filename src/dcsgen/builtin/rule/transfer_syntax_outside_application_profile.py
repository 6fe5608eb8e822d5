"""The rule S504: the Application Profile admits the Transfer Syntaxes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.media_profiles import ANY_STORAGE
from dcsgen.builtin.rule._media import standard_uses
from dcsgen.model import Capability, MediaContent
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S504",
    slug="transfer-syntax-outside-application-profile",
    severity=Severity.WARNING,
    what=(
        "A media service writes or reads a SOP Class in a Transfer Syntax that its Standard Application Profile does "
        "not admit for it. On CD-R, General Purpose media are uncompressed, for example."
    ),
    why=(
        "A reader of the profile need not be able to decode the object. That a DICOMDIR is in Explicit VR Little "
        "Endian holds for all profiles."
    ),
    instead=(
        "Take the Transfer Syntax out, or choose the profile that is made for it, such as one that ends in JPEG or J2K."
    ),
    clause="PS3.11, PS3.10 8.6",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each Transfer Syntax that the profile does not admit for the SOP Classes it is stated for."""
    for use in standard_uses(capability):
        path, service, facts = use
        admitted = {content.sop_class: content.transfer_syntaxes for content in facts.contents}
        for key, content in service.contents.items():
            for uid, name in _outside(content, admitted).items():
                message = f"{facts.id} does not admit {name} for {content.sop_classes[0].name}"
                hint = f"choose the profile that is made for it{use.doubt('contents')}"
                at = (*path, "contents", key, "transfer_syntaxes")
                yield KIND.at(at, message, hint=hint, subject=uid)


def _outside(content: MediaContent, admitted: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """UID and name of what no SOP Class of the content may have, as far as the profile knows the SOP Class."""
    allowed: set[str] = set()
    for sop_class in content.sop_classes:
        syntaxes = admitted.get(sop_class.uid, admitted.get(ANY_STORAGE, ()))
        if not syntaxes:
            return {}
        allowed.update(syntaxes)
    stated = content.transfer_syntaxes if content.sop_classes else ()
    return {syntax.uid: syntax.name for syntax in stated if syntax.uid not in allowed}


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
