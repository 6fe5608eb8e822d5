"""What descriptions say, by sorts of facts, as sets that can be held against each other.

A fact is a tuple of words: what it is about by natural keys (Application Entity, SOP Class, Tag, code), never by the
names that an author gave to records, then what is said. So a description and what was read from its document have the
same facts if they say the same. Prose is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dcsgen.base.words import Role
from dcsgen.model.application_entity import ApplicationEntity
from dcsgen.model.capability import Capability
from dcsgen.model.created import CreatedAttribute
from dcsgen.model.negotiable import negotiable
from dcsgen.model.service import Service
from dcsgen.model.web_service import WebTransaction

Fact = tuple[str, ...]

SHORT = 60
"""Characters up to which a text is a word and not prose."""


def facts_of(capability: Capability) -> dict[str, set[Fact]]:
    """All facts of a description, by sort."""
    return {sort: set(facts(capability)) for sort, facts in SORTS.items()}


def plain(text: object) -> str:
    """A text without what tells nothing: case, space, signs."""
    return re.sub(r"[^a-z0-9]", "", str(text).casefold())


def _identity(capability: Capability) -> Iterator[Fact]:
    product, document = capability.product, capability.document
    for what, value in (
        ("product", product.name),
        ("vendor", product.vendor),
        ("version", product.version),
        ("identifier", document.identifier),
        ("revision", document.revision),
        ("date", document.date),
    ):
        yield what, str(value)


def _services(capability: Capability) -> Iterator[Fact]:
    for service in capability.services.values():
        for uid, role in _classes(service):
            yield plain(service.application_entity), uid, role


def _transfer_syntaxes(capability: Capability) -> Iterator[Fact]:
    for one in negotiable(capability):
        yield plain(one.application_entity), one.sop_class.uid, one.transfer_syntax.uid


def _keys(capability: Capability) -> Iterator[Fact]:
    for service in capability.services.values():
        for path, key in service.keys.items():
            if key.implied:
                continue
            for uid, role in _classes(service):
                yield uid, role, path
                for matching in key.matching:
                    yield uid, role, path, "matching", str(matching)
                if key.returned is not None:
                    yield uid, role, path, "returned", str(key.returned)


def _operations(capability: Capability) -> Iterator[Fact]:
    for service in capability.services.values():
        for operation in service.operations.values():
            uids = [operation.sop_class.uid] if operation.sop_class else [one.uid for one in service.sop_classes]
            for path, attribute in operation.attributes.items():
                if not attribute.implied:
                    for uid in uids:
                        yield uid, str(operation.operation), str(operation.type_id), path


def _statuses(capability: Capability) -> Iterator[Fact]:
    for service in capability.services.values():
        table = capability.status_tables.get(service.status_table)
        for uid, role in _classes(service):
            for code, status in {**(table.statuses if table else {}), **service.statuses}.items():
                yield uid, role, code, str(status.class_)


def _associations(capability: Capability) -> Iterator[Fact]:
    for name, entity in capability.application_entities.items():
        for what, value in _policy(entity):
            if value not in (None, ""):
                yield plain(name), what, str(value)


def _policy(entity: ApplicationEntity) -> Iterator[tuple[str, object]]:
    policy, window = entity.association, entity.association.asynchronous_window
    yield "context", policy.application_context
    yield "PDU received", policy.max_pdu_received
    yield "PDU sent", policy.max_pdu_sent
    yield "initiated", policy.as_initiator and policy.as_initiator.max_associations
    yield "accepted", policy.as_acceptor and policy.as_acceptor.max_associations
    yield "window", window and (window.invoked, window.performed)
    yield "class UID", policy.implementation_class_uid
    yield "version name", policy.implementation_version_name
    for code in policy.rejections:
        yield "rejection", code
    for what, titles in (("called", policy.accepted_called_ae_titles), ("calling", policy.accepted_calling_ae_titles)):
        for title in titles if isinstance(titles, tuple) else (titles,):
            yield what, title


def _addresses(capability: Capability) -> Iterator[Fact]:
    for name, local in capability.configuration.local.items():
        yield from _said(("local", plain(name)), local, ("ae_title", "port", "tls_port", "address", "configurable"))
    for title, remote in capability.configuration.remote.items():
        yield "remote", title
        yield from _said(("remote", title), remote, ("port", "tls_port", "address", "configurable"))


def _parameters(capability: Capability) -> Iterator[Fact]:
    for name, parameter in (capability.configuration.parameters or {}).items():
        yield (name,)
        yield from _said((name,), parameter, ("default", "range", "values", "unit", "configurable"))


def _character_sets(capability: Capability) -> Iterator[Fact]:
    yield from _leaves((), capability.character_sets)


def _created(capability: Capability) -> Iterator[Fact]:
    for iod in capability.iods.values():
        about = iod.sop_class.uid
        for module, applied in iod.modules.items():
            common = capability.common_modules.get(applied.common)
            yield about, "module", module, *(word for word in (applied.support, applied.presence) if word)
            yield from _attributes(about, {**(common.attributes if common else {}), **applied.attributes})
        for macro, group in iod.functional_groups.items():
            shared = capability.common_functional_groups.get(group.common)
            yield about, "macro", macro
            yield from _attributes(about, {**(shared.attributes if shared else {}), **group.attributes})


def _attributes(about: str, attributes: Mapping[str, CreatedAttribute]) -> Iterator[Fact]:
    for path, one in attributes.items():
        if not one.implied:
            yield about, path
            yield from _said((about, path), one, ("presence", "source", "values"))


def _mapped(capability: Capability) -> Iterator[Fact]:
    for mapping in capability.attribute_mappings.values():
        iod = capability.iods.get(mapping.iod)
        about = (iod.sop_class.uid if iod else mapping.iod, str(mapping.direction))
        for module in mapping.modules.values():
            for path, one in module.attributes.items():
                if not one.implied:
                    yield *about, path
                    said = ("use", "values", "range", "unit", "field", "length", "too_long", "default", "status")
                    yield from _said((*about, path), one, said)
    for ae_mapping in capability.ae_mappings.values():
        for path, attribute in ae_mapping.attributes.items():
            for title, target in attribute.per_ae_title.items():
                yield from _leaves(("per AE Title", path, title), target)


def _private(capability: Capability) -> Iterator[Fact]:
    for tag, attribute in (capability.private_attributes or {}).items():
        yield tag, attribute.creator
        yield from _said((tag,), attribute, ("name", "vr", "vm", "presence", "values", "identifiable"))
    for own in capability.sop_classes.values():
        yield "SOP Class", own.uid, str(own.kind)
    for syntax in capability.transfer_syntaxes.values():
        yield "Transfer Syntax", syntax.uid


def _coded(capability: Capability) -> Iterator[Fact]:
    for group in (capability.context_groups or {}).values():
        yield from _leaves(("context group",), group)
    for template in (capability.templates or {}).values():
        yield from _leaves(("template",), template)


def _media(capability: Capability) -> Iterator[Fact]:
    for media in capability.media.values():
        about = (plain(media.application_entity), media.profile.id)
        for role in media.roles:
            yield *about, str(role)
        for content in media.contents.values():
            for sop_class in content.sop_classes:
                for syntax in content.transfer_syntaxes:
                    yield *about, sop_class.uid, syntax.uid


def _security(capability: Capability) -> Iterator[Fact]:
    security = capability.security
    for name in type(security).__struct_fields__:
        group = getattr(security, name)
        for use in group.values() if isinstance(group, dict) else ():
            about = (name, use.profile.id if hasattr(use, "profile") else str(use.scheme))
            yield about
            skipped = {"profile", "scheme", "description"}
            yield from _said(about, use, [field for field in type(use).__struct_fields__ if field not in skipped])


def _web(capability: Capability) -> Iterator[Fact]:
    for service in capability.web_services.values():
        for transaction in service.transactions.values():
            about = (service.service.id, str(service.role), plain(transaction.name))
            yield about
            yield from _transaction(about, transaction)


def _transaction(about: Fact, transaction: WebTransaction) -> Iterator[Fact]:
    for what in ("resources", "parameters", "headers", "attributes", "statuses"):
        for key in getattr(transaction, what):
            yield *about, what, key
    for what in ("request_media_types", "response_media_types"):
        for name, one in getattr(transaction, what).items():
            yield *about, what, name
            for syntax in one.transfer_syntaxes:
                yield *about, what, name, syntax.uid


SORTS: dict[str, Callable[[Capability], Iterable[Fact]]] = {
    "identity": _identity,
    "services": _services,
    "Transfer Syntaxes": _transfer_syntaxes,
    "keys": _keys,
    "operations": _operations,
    "statuses": _statuses,
    "Associations": _associations,
    "addresses": _addresses,
    "parameters": _parameters,
    "character sets": _character_sets,
    "created objects": _created,
    "mapped Attributes": _mapped,
    "private": _private,
    "coded content": _coded,
    "media": _media,
    "security": _security,
    "web services": _web,
}
"""The sorts of facts, with what gives them."""


def _classes(service: Service) -> Iterator[tuple[str, str]]:
    roles = (Role.SCU, Role.SCP) if service.role is Role.BOTH else (service.role,)
    for sop_class in service.sop_classes:
        for role in roles:
            yield sop_class.uid, role.value


def _said(about: Fact, record: object, fields: Iterable[str]) -> Iterator[Fact]:
    for field in fields:
        yield from _leaves((*about, field), getattr(record, field))


def _leaves(about: Fact, value: Any) -> Iterator[Fact]:
    """The single values below a record, without prose and without what is not stated."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _leaves((*about, str(key)), below)
    elif isinstance(value, (tuple, list)):
        for below in value:
            yield from _leaves(about, below)
    elif hasattr(value, "__struct_fields__"):
        for field in value.__struct_fields__:
            if field != "description":
                yield from _leaves((*about, field), getattr(value, field))
    elif value not in (None, "") and len(str(value)) <= SHORT:
        yield *about, str(value)
