"""How security is compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.base.content_words import LdapUse
from dcsgen.model import security
from dcsgen.model.compared.objects import CONFIGURABLE
from dcsgen.model.compared.spec import (
    DEMANDS,
    OFFERS,
    Empty,
    Record,
    each,
    extent,
    groups,
    one,
    ranked,
    records,
    scale,
    standard,
    texts,
    value,
    words,
    yes_or_no,
)

SCOPE = each(Subject.SCOPE, empty=Empty.ANY, link="application_entities")
"""The Application Entities for which something is; without any it is for the whole product."""

SECURITY_PROFILE = Record(
    of=security.SecurityProfile,
    subject=Subject.SECURITY_PROFILE,
    area=Area.SECURITY,
    fields={
        "id": value(),
        "name": standard(),
        "clause": standard(),
        "retired": standard(),
        "known": standard(),
    },
)

SECURITY_USE = Record(
    of=security.SecurityUse,
    subject=Subject.SECURITY_USE,
    area=Area.SECURITY,
    stance="stance",
    identity=("profile",),
    fields={
        "profile": one(SECURITY_PROFILE, "id", OFFERS),
        "application_entities": SCOPE,
        "stance": scale("offers", "demands", stance=DEMANDS),
        "description": words(),
    },
)

SECURE_TRANSPORT = Record(
    of=security.SecureTransport,
    subject=Subject.SECURE_TRANSPORT,
    area=Area.SECURITY,
    stance="stance",
    identity=("profile",),
    fields={
        "profile": one(SECURITY_PROFILE, "id", OFFERS),
        "application_entities": SCOPE,
        "stance": scale("offers", "demands", stance=DEMANDS),
        "tls_versions": each(Subject.TLS_VERSION, stance=OFFERS),
        "cipher_suites": ranked(Subject.CIPHER_SUITE, stance=OFFERS),
        "port": value(),
        "peer_certificate": scale("unused", "optional", "required", stance=DEMANDS),
        "key_management": words(),
        "integrity_failure": words(),
        "description": words(),
    },
)

AUDIT_FIELD = Record(
    of=security.AuditField,
    subject=Subject.AUDIT_FIELD,
    area=Area.SECURITY,
    fields={"entity": value(), "supported": yes_or_no(OFFERS), "constraint": words()},
)

AUDIT_MESSAGE = Record(
    of=security.AuditMessage,
    subject=Subject.AUDIT_MESSAGE,
    area=Area.SECURITY,
    fields={
        "triggers": words(),
        "configurable": scale(*CONFIGURABLE, stance=OFFERS),
        "configurable_triggers": yes_or_no(OFFERS),
        "remark": words(),
        "fields": records(AUDIT_FIELD, OFFERS),
    },
)

AUDIT_TRAIL = Record(
    of=security.AuditTrail,
    subject=Subject.AUDIT_TRAIL,
    area=Area.SECURITY,
    identity=("profile",),
    fields={
        "profile": one(SECURITY_PROFILE, "id", OFFERS),
        "application_entities": SCOPE,
        "messages": records(AUDIT_MESSAGE, OFFERS),
        "port": value(),
        "description": words(),
    },
)

DE_IDENTIFICATION = Record(
    of=security.DeIdentification,
    subject=Subject.DE_IDENTIFICATION,
    area=Area.SECURITY,
    identity=("profile",),
    fields={
        "profile": one(SECURITY_PROFILE, "id", OFFERS),
        "application_entities": SCOPE,
        "options": each(SECURITY_PROFILE, "id", OFFERS),
        "description": words(),
    },
)

LDAP_ATTRIBUTE = Record(
    of=security.LdapAttribute,
    subject=Subject.LDAP_ATTRIBUTE,
    area=Area.SECURITY,
    fields={
        "use": extent({LdapUse.BOTH: frozenset({"read", "published"})}),
        "meaning": words(),
        "configurable": scale(*CONFIGURABLE, stance=OFFERS),
        "default": value(),
    },
)

SYSTEM_MANAGEMENT = Record(
    of=security.SystemManagement,
    subject=Subject.SYSTEM_MANAGEMENT,
    area=Area.SECURITY,
    stance="stance",
    identity=("profile",),
    fields={
        "profile": one(SECURITY_PROFILE, "id", OFFERS),
        "application_entities": SCOPE,
        "stance": scale("offers", "demands", stance=DEMANDS),
        "actors": each(Subject.ACTOR, stance=OFFERS),
        "protocols": each(Subject.PROTOCOL, stance=OFFERS),
        "optional_transactions": each(Subject.TRANSACTION, stance=OFFERS),
        "security_support": words(),
        "ldap": groups(LDAP_ATTRIBUTE),
        "description": words(),
    },
)

WEB_ACCESS = Record(
    of=security.WebAccess,
    subject=Subject.WEB_ACCESS,
    area=Area.SECURITY,
    stance="stance",
    identity=("scheme",),
    fields={
        "scheme": value(DEMANDS),
        "application_entities": SCOPE,
        "stance": scale("offers", "demands", stance=DEMANDS),
        "protocol": value(),
        "token": words(),
        "issuer": words(),
        "roles": texts(Subject.USER_ROLE, prose=True),
        "description": words(),
    },
)

SECURITY_USES = records(SECURITY_USE, OFFERS, named=True, empty=Empty.NONE)

SECURITY = Record(
    of=security.Security,
    subject=Subject.SECURITY,
    area=Area.SECURITY,
    fields={
        "description": words(),
        "secure_transport": records(SECURE_TRANSPORT, OFFERS, named=True, empty=Empty.NONE),
        "user_identity": SECURITY_USES,
        "audit_trail": records(AUDIT_TRAIL, OFFERS, named=True, empty=Empty.NONE),
        "digital_signatures": SECURITY_USES,
        "de_identification": records(DE_IDENTIFICATION, OFFERS, named=True, empty=Empty.NONE),
        "media_security": SECURITY_USES,
        "secure_use": SECURITY_USES,
        "system_management": records(SYSTEM_MANAGEMENT, OFFERS, named=True, empty=Empty.NONE),
        "web_access": records(WEB_ACCESS, OFFERS, named=True, empty=Empty.NONE),
        "media_features": words(),
        "other_features": words(),
    },
)
