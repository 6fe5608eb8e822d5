"""The rule S234: a Standard Extended SOP Class keeps its UID."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.uids import SOP_CLASSES, by_uid
from dcsgen.base.text import quoted
from dcsgen.base.words import SopClassKind
from dcsgen.model import Capability, ExtendedSopClass
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S234",
    slug="extended-sop-class-under-other-uid",
    severity=Severity.ERROR,
    what=(
        "A SOP Class of `kind: standard_extended` has a UID that is not that of its `base`, or of no SOP Class of the "
        "standard at all, such as that of a Service Class."
    ),
    why=(
        "What has the UID of the vendor is a Specialized SOP Class, which peers do not know. A Standard Extended one "
        "is negotiated under the UID of the standard, and a receiver may ignore what was added."
    ),
    instead="Write the UID of the Standard SOP Class, or `kind: specialized`.",
    clause="PS3.2 7.3",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such SOP Class; one made from another one of the vendor's is the subject of another rule."""
    for key, sop_class in capability.sop_classes.items():
        base = sop_class.base
        if sop_class.kind is not SopClassKind.STANDARD_EXTENDED:
            continue
        if base is not None and base.kind is not SopClassKind.STANDARD:
            continue
        wrong = _wrong(sop_class)
        if wrong:
            message = f"the Standard Extended SOP Class {quoted(key)} has the UID {sop_class.uid}, {wrong}"
            hint = f"write {base.uid}" if base is not None else "write the UID of the Standard SOP Class"
            yield KIND.at(("sop_classes", key, "uid"), message, hint=f"{hint}, or `kind: specialized`")


def _wrong(sop_class: ExtendedSopClass) -> str:
    base, registered = sop_class.base, by_uid(sop_class.uid)
    if registered is None:
        return "which the standard does not have"
    if registered.kind not in SOP_CLASSES:
        return f"which is that of the {registered.kind} {quoted(registered.name)}"
    if base is not None and base.uid != sop_class.uid:
        return f"which is that of {registered.name}, not of {base.name}"
    return ""


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
