"""The rule S204: whoever offers nothing but lossy compression says why."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.transfer_syntaxes import DEFAULT, carries_pixels, is_video
from dcsgen.base.text import quoted
from dcsgen.base.words import Role
from dcsgen.builtin.rule._contexts import complaints, is_lossy, waived
from dcsgen.builtin.rule._services import mentions, some
from dcsgen.model import Capability, SopClass
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S204",
    slug="lossy-transfer-syntaxes-only",
    severity=Severity.WARNING,
    what=(
        "All Transfer Syntaxes for a SOP Class are those of lossy compression, and no text of the service mentions "
        "that. SOP Classes for video are left alone."
    ),
    why=(
        "PS3.5 waives the default Transfer Syntax only where the sender has no other form of the pixels. A receiver "
        "that insists loses images that come without loss, and whoever gets them in addition loses information."
    ),
    instead=(
        "Add the default Transfer Syntax, or say in `behaviour` or `transfer_syntax_selection` that there are lossy "
        "compressed objects only."
    ),
    clause="PS3.5 10.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service that does not mention it."""
    for found in complaints(capability, _wrong, _concerns):
        if not mentions(found.service, "lossy"):
            message = f"the service {quoted(found.key)} has {some(found.names)} in lossy compressed form only"
            yield KIND.at(found.path, message, hint="add `ImplicitVRLittleEndian`, or say why there is no other form")


def _wrong(role: Role, uids: frozenset[str]) -> str:
    return "lossy" if DEFAULT not in uids and waived(role, uids) and is_lossy(uids) else ""


def _concerns(sop_class: SopClass) -> bool:
    # Objects without pixels are the subject of another rule.
    return carries_pixels(sop_class.uid) is not False and not is_video(sop_class.uid)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
