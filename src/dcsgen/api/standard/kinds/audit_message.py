"""Audit messages of the Audit Trail Message Format Profile (PS3.15 A.5.3)."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Fact, Section
from dcsgen.base.standard import security_profiles


class AuditMessage(Entry, frozen=True, kw_only=True, tag_field="kind", tag="audit-message"):
    """An audit message; `code` is its event, a code of DCM (PS3.16 CID 400)."""

    code: str


def _hits() -> Iterator[Hit]:
    for message in security_profiles.audit_messages():
        yield Hit("audit-message", message.code, message.name, note="DCM")


def _show(key: str) -> AuditMessage:
    message = next(message for message in security_profiles.audit_messages() if message.code == key)
    return AuditMessage(
        id=key,
        name=message.name,
        code=key,
        sources=(source("Message", "PS3.15 A.5.3", security_profiles.origin().edition),),
        known_holes=security_profiles.origin().known_holes,
    )


def _sections(entry: AuditMessage) -> Iterator[Section]:
    yield Section("Message", facts=(Fact("Event", f"{entry.code} DCM (PS3.16 CID 400)"),))


KIND = Kind(
    key="audit-message",
    noun="Audit Message",
    plural="Audit Messages",
    entry=AuditMessage,
    hits=_hits,
    show=_show,
    sections=_sections,
)
