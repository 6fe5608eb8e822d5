"""Views of security: the profiles of PS3.15 that are supported, group by group (PS3.2 A.8, N.8)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dcsgen.base.content_words import LdapUse
from dcsgen.base.standard import security_profiles
from dcsgen.model import (
    AuditField,
    AuditMessage,
    AuditTrail,
    Capability,
    DeIdentification,
    SecureTransport,
    SecurityProfile,
    SecurityUse,
    SystemManagement,
    WebAccess,
)
from dcsgen.render.language import N_, Words, _
from dcsgen.render.views import phrases, web_phrases, wording
from dcsgen.render.views.entities import FactRow
from dcsgen.render.views.settings import changed_by

Record = SecurityUse | SecureTransport | AuditTrail | DeIdentification | SystemManagement

_GROUPS = Words(
    {
        "secure_transport": N_("Secure Transport"),
        "user_identity": N_("User Identity"),
        "audit_trail": N_("Audit Trail"),
        "digital_signatures": N_("Digital Signatures"),
        "de_identification": N_("De-identification"),
        "media_security": N_("Media Storage Security"),
        "secure_use": N_("Secure Use"),
        "system_management": N_("System Management"),
    }
)

_SECTIONS = {
    "time": (security_profiles.TIME_SYNCHRONIZATION,),
    "addresses": (security_profiles.NETWORK_ADDRESS_MANAGEMENT,),
    "service_discovery": ("dns-service-discovery",),
    "application_configuration": (security_profiles.APPLICATION_CONFIGURATION,),
    "online_storage": ("online-electronic-storage",),
    "syslog_tls": ("audit-trail-syslog-tls",),
    "syslog_udp": ("audit-trail-syslog-udp",),
}
"""The sections of PS3.2 N.11 with the ids or the group of their profiles, what is narrower first."""

_MESSAGES = "audit_messages"
"""The section of an audit trail that is in none of these."""


class AuditFieldRow(Struct, frozen=True):
    """A field of an audit message; `supported` in words."""

    name: str
    entity: str
    supported: str
    constraint: str
    field: AuditField


class AuditMessageRow(Struct, frozen=True):
    """An audit message: what triggers it, who may switch it, and its fields; without `message`, it is not sent."""

    name: str
    triggers: str
    configurable: str
    triggers_configurable: str
    remark: str
    fields: tuple[AuditFieldRow, ...]
    message: AuditMessage | None


class LdapRow(Struct, frozen=True, kw_only=True):
    """An attribute in a directory; `read` and `published` say what the product does with it.

    `configurable` says in words who may change it, `configurable_by` in those of PS3.2 Annex N.
    """

    object_class: str
    attribute: str
    meaning: str
    default: str
    configurable: str
    configurable_by: str
    read: bool
    published: bool


class SecurityProfileView(Struct, frozen=True, kw_only=True):
    """A profile that is supported. `entities` are those it is for; `facts` and `texts` are particulars of its group.

    `every_message` are the audit messages that are sent and those of the standard that are not, for Table N.11-2.
    `actors` to `ldap` are those of System Management Profiles, for Table A.4.3-1.
    """

    id: str
    name: str
    clause: str
    entities: str
    stance: str
    description: str
    facts: tuple[FactRow, ...]
    texts: tuple[FactRow, ...]
    options: tuple[str, ...]
    messages: tuple[AuditMessageRow, ...]
    every_message: tuple[AuditMessageRow, ...]
    actors: tuple[str, ...]
    protocols: tuple[str, ...]
    optional_transactions: tuple[str, ...]
    security_support: str
    ldap: tuple[LdapRow, ...]


class SecurityGroupView(Struct, frozen=True):
    """The profiles of one group of PS3.15."""

    id: str
    title: str
    profiles: tuple[SecurityProfileView, ...]


class SecurityDetailsView(Struct, frozen=True, kw_only=True):
    """The profiles that have a section of their own in PS3.2 N.11."""

    time: tuple[SecurityProfileView, ...]
    addresses: tuple[SecurityProfileView, ...]
    application_configuration: tuple[SecurityProfileView, ...]
    service_discovery: tuple[SecurityProfileView, ...]
    online_storage: tuple[SecurityProfileView, ...]
    syslog_tls: tuple[SecurityProfileView, ...]
    syslog_udp: tuple[SecurityProfileView, ...]
    audit_messages: tuple[SecurityProfileView, ...]


class WebAccessView(Struct, frozen=True):
    """How requests of web services say who sends them; `entities` are those it is for, `facts` have CommonMark."""

    id: str
    entities: str
    facts: tuple[FactRow, ...]
    description: str
    protocol: str
    stance: str


class SecurityView(Struct, frozen=True, kw_only=True):
    """All about security. `stated` is false if there is nothing to print. A group without profiles is None.

    `media_stated` says whether there are media, or anything is said about their protection, `features_stated` whether
    there is anything beside profiles.
    """

    stated: bool
    description: str
    groups: tuple[SecurityGroupView, ...]
    web_access: tuple[WebAccessView, ...]
    other_features: str
    secure_transport: SecurityGroupView | None
    user_identity: SecurityGroupView | None
    audit_trail: SecurityGroupView | None
    digital_signatures: SecurityGroupView | None
    de_identification: SecurityGroupView | None
    media_security: SecurityGroupView | None
    secure_use: SecurityGroupView | None
    system_management: SecurityGroupView | None
    media_features: str
    media_stated: bool
    features_stated: bool
    details: SecurityDetailsView

    @property
    def usage_stated(self) -> bool:
        """Whether there are profiles of secure use or of user identity."""
        return self.secure_use is not None or self.user_identity is not None


def security(capability: Capability) -> SecurityView:
    """The groups that have profiles, in the order of PS3.2 N.8."""
    stated = capability.security
    records: dict[str, Mapping[str, Record]] = {group: getattr(stated, group) for group in _GROUPS}
    found = {
        group: SecurityGroupView(
            group, _GROUPS[group], tuple(_profile(f"{group}-{key}", record) for key, record in named.items())
        )
        for group, named in records.items()
        if named
    }
    return SecurityView(
        stated=bool(found or stated.description or stated.web_access or stated.other_features or stated.media_features),
        description=stated.description,
        groups=tuple(found.values()),
        web_access=tuple(_access(key, record) for key, record in stated.web_access.items()),
        other_features=stated.other_features,
        media_features=stated.media_features,
        features_stated=bool(stated.media_features or stated.other_features),
        media_stated=bool(stated.media_features or capability.media),
        **{name: found.get(name) for name in _GROUPS},
        details=_details(records, found),
    )


def _details(
    records: Mapping[str, Mapping[str, Record]], groups: Mapping[str, SecurityGroupView]
) -> SecurityDetailsView:
    made: dict[str, list[SecurityProfileView]] = {name: [] for name in (*_SECTIONS, _MESSAGES)}
    for id, group in groups.items():
        for record, view in zip(records[id].values(), group.profiles, strict=True):
            facts = security_profiles.by_id(record.profile.id)
            names = {record.profile.id, facts.group if facts is not None else ""}
            section = next((name for name, ids in _SECTIONS.items() if names.intersection(ids)), "")
            if section or id == "audit_trail":
                made[section or _MESSAGES].append(view)
    return SecurityDetailsView(**{name: tuple(profiles) for name, profiles in made.items()})


def _profile(id: str, record: Record) -> SecurityProfileView:
    managed = record if isinstance(record, SystemManagement) else None
    stance = record.stance if isinstance(record, SecurityUse | SecureTransport | SystemManagement) else None
    transport = record if isinstance(record, SecureTransport) else None
    trail = record if isinstance(record, AuditTrail) else None
    options = record.options if isinstance(record, DeIdentification) else ()
    port = record.port if isinstance(record, SecureTransport | AuditTrail) else None
    return SecurityProfileView(
        id=id,
        name=_named(record.profile),
        clause=record.profile.clause,
        entities=", ".join(record.application_entities) or _("whole product"),
        stance=phrases.STANCES[stance] if stance else "",
        description=record.description,
        facts=(
            *(_transport(transport) if transport else ()),
            *((FactRow(_("Port"), str(port)),) if port is not None else ()),
        ),
        texts=tuple(
            FactRow(name, text)
            for name, text in (
                (_("Key management"), transport.key_management if transport else ""),
                (_("Failure of an integrity check"), transport.integrity_failure if transport else ""),
            )
            if text
        ),
        options=tuple(map(_named, options)),
        messages=tuple(_message(name, message) for name, message in (trail.messages if trail else {}).items()),
        every_message=_every_message(trail),
        actors=managed.actors if managed else (),
        protocols=managed.protocols if managed else (),
        optional_transactions=managed.optional_transactions if managed else (),
        security_support=managed.security_support if managed else "",
        ldap=_ldap(managed) if managed else (),
    )


def _access(key: str, record: WebAccess) -> WebAccessView:
    stance = phrases.STANCES[record.stance] if record.stance else ""
    stated = (
        (_("A request says who sends it by"), web_phrases.ACCESS_SCHEMES[record.scheme]),
        (_("Support"), stance),
        (_("Protocol"), record.protocol),
        (_("Token"), record.token),
        (_("Issuer"), record.issuer),
        *((_("Role %(name)s", name=name), text) for name, text in record.roles.items()),
    )
    facts = tuple(FactRow(name, text) for name, text in stated if text)
    return WebAccessView(
        key,
        ", ".join(record.application_entities) or _("whole product"),
        facts,
        record.description,
        record.protocol,
        stance,
    )


def _message(name: str, message: AuditMessage) -> AuditMessageRow:
    triggers = {None: "", True: _("The triggers can be chosen."), False: _("The triggers are fixed.")}
    supported = {None: "", True: _("(filled)"), False: _("(not filled)")}
    return AuditMessageRow(
        name,
        message.triggers,
        phrases.CONFIGURABLE[message.configurable] if message.configurable else "",
        triggers[message.configurable_triggers],
        message.remark,
        tuple(
            AuditFieldRow(key, one.entity, supported[one.supported], one.constraint, one)
            for key, one in message.fields.items()
        ),
        message,
    )


def _every_message(trail: AuditTrail | None) -> tuple[AuditMessageRow, ...]:
    """What is sent, in the standard's order, with the other messages of the standard; none if nothing is stated."""
    if trail is None or not trail.messages:
        return ()
    standard = {one.code: one.name for one in security_profiles.audit_messages()}
    sent = {standard.get(key, key): message for key, message in trail.messages.items()}
    names = dict.fromkeys((*standard.values(), *sent))
    return tuple(
        _message(name, sent[name]) if name in sent else AuditMessageRow(name, "", "", "", "", (), None)
        for name in names
    )


def _ldap(record: SystemManagement) -> tuple[LdapRow, ...]:
    return tuple(
        LdapRow(
            object_class=object_class,
            attribute=name,
            meaning=one.meaning,
            default=one.default,
            configurable=phrases.CONFIGURABLE[one.configurable] if one.configurable else "",
            configurable_by=changed_by(one.configurable),
            read=one.use is not LdapUse.PUBLISHED,
            published=one.use in (LdapUse.PUBLISHED, LdapUse.BOTH),
        )
        for object_class, attributes in record.ldap.items()
        for name, one in attributes.items()
    )


def _transport(record: SecureTransport) -> tuple[FactRow, ...]:
    certificate = record.peer_certificate
    rows = (
        FactRow(_("Versions of TLS"), ", ".join(record.tls_versions)),
        FactRow(_("Cipher suites"), ", ".join(record.cipher_suites)),
        FactRow(_("Certificate of the peer"), phrases.PEER_CERTIFICATES[certificate] if certificate else ""),
    )
    return tuple(row for row in rows if row.value)


def _named(profile: SecurityProfile) -> str:
    return wording.retired(profile.name, profile.retired)
