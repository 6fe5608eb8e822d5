"""Security, system management and confidentiality: profiles of PS3.15 that a product supports (PS3.2 A.8, N.8)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import LdapUse
from dcsgen.base.web_words import AccessScheme
from dcsgen.base.words import Configurable, PeerCertificate, Stance


class SecurityProfile(Struct, frozen=True, omit_defaults=True):
    """A profile of PS3.15, or an option of one, by its id in dcsgen, with its name and clause.

    `known` is false for a name that the standard, as far as dcsgen knows it, does not have; `id` is then that name.
    """

    id: str
    name: str
    clause: str = ""
    retired: bool = False
    known: bool = True


class SecurityUse(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A profile that the product supports; without Application Entities it is for the whole product."""

    profile: SecurityProfile
    application_entities: tuple[str, ...] = ()
    stance: Stance | None = None
    description: str = ""


class LdapAttribute(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An attribute in a directory (PS3.15 H.1); the key is its name there. None is "not stated"."""

    use: LdapUse | None = None
    meaning: str = ""
    configurable: Configurable | None = None
    default: str = ""


class SystemManagement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A profile of network address, time or configuration management that the product supports (PS3.2 A.4.3.2).

    `ldap` has the attributes that are read or published, by object class.
    """

    profile: SecurityProfile
    application_entities: tuple[str, ...] = ()
    stance: Stance | None = None
    actors: tuple[str, ...] = ()
    protocols: tuple[str, ...] = ()
    optional_transactions: tuple[str, ...] = ()
    security_support: str = ""
    ldap: dict[str, dict[str, LdapAttribute]] = field(default_factory=dict)
    description: str = ""


class SecureTransport(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A Secure Transport Connection Profile that the product supports. Cipher suites stand in order of preference.

    Ports of Application Entities are `tls_port` of their addresses; `port` is for connections without an AE Title.
    """

    profile: SecurityProfile
    application_entities: tuple[str, ...] = ()
    stance: Stance | None = None
    tls_versions: tuple[str, ...] = ()
    cipher_suites: tuple[str, ...] = ()
    port: int | None = None
    peer_certificate: PeerCertificate | None = None
    key_management: str = ""
    integrity_failure: str = ""
    description: str = ""


class AuditField(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A field of an audit message; the key is its name in PS3.15. None is "not stated"."""

    entity: str = ""
    supported: bool | None = None
    constraint: str = ""


class AuditMessage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An audit message that is sent; the key is the name of its event in PS3.15 A.5.3, or its DCM code."""

    triggers: str = ""
    configurable: Configurable | None = None
    configurable_triggers: bool | None = None
    remark: str = ""
    fields: dict[str, AuditField] = field(default_factory=dict)


class AuditTrail(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Audit Trail Profile that the product supports: the format of messages, or a way to send them."""

    profile: SecurityProfile
    application_entities: tuple[str, ...] = ()
    messages: dict[str, AuditMessage] = field(default_factory=dict)
    port: int | None = None
    description: str = ""


class DeIdentification(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An Attribute Confidentiality Profile that the product supports, with its options."""

    profile: SecurityProfile
    application_entities: tuple[str, ...] = ()
    options: tuple[SecurityProfile, ...] = ()
    description: str = ""


class WebAccess(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How requests over HTTP say who sends them, and what each may do. `roles` are those of users, by name."""

    scheme: AccessScheme
    application_entities: tuple[str, ...] = ()
    stance: Stance | None = None
    protocol: str = ""
    token: str = ""
    issuer: str = ""
    roles: dict[str, str] = field(default_factory=dict)
    description: str = ""


class Security(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything about security, in the groups of PS3.15; each group by short keys of the author."""

    description: str = ""
    secure_transport: dict[str, SecureTransport] = field(default_factory=dict)
    user_identity: dict[str, SecurityUse] = field(default_factory=dict)
    audit_trail: dict[str, AuditTrail] = field(default_factory=dict)
    digital_signatures: dict[str, SecurityUse] = field(default_factory=dict)
    de_identification: dict[str, DeIdentification] = field(default_factory=dict)
    media_security: dict[str, SecurityUse] = field(default_factory=dict)
    secure_use: dict[str, SecurityUse] = field(default_factory=dict)
    system_management: dict[str, SystemManagement] = field(default_factory=dict)
    web_access: dict[str, WebAccess] = field(default_factory=dict)
    media_features: str = ""
    other_features: str = ""
