"""What can be configured for one service, as PS3.2 N.6 has it: a parameter, who may change it, its default."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from dcsgen.base.content_words import Setting
from dcsgen.base.words import WebRole
from dcsgen.model import Capability, LocalAddress, RemoteAddress, WebService
from dcsgen.render.language import N_, _
from dcsgen.render.views.settings import ParameterRow, SettingsView, changed_by

_GENERAL = (
    Setting.ASSOCIATION_REQUEST_TIMEOUT,
    Setting.ASSOCIATION_RELEASE_TIMEOUT,
    Setting.RESPONSE_TIMEOUT,
    Setting.ARTIM_TIMEOUT,
    Setting.IDLE_TIMEOUT,
    Setting.NETWORK_TIMEOUT,
)
_TCP = (Setting.SEND_BUFFER, Setting.RECEIVE_BUFFER)
_BLOCKS: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    (N_("General Parameters"), _GENERAL),
    (N_("TCP/IP Settings"), _TCP),
    (N_("DICOM Services Parameters"), tuple(word for word in Setting if word not in (*_GENERAL, *_TCP))),
    (N_("Other Parameters"), ()),
)
"""The sub-sections of Table N.6-1, and the settings of the standard in each; all else stands in the last."""

_PORTS = {"http": 80, "https": 443}


class SettingRow(Struct, frozen=True, kw_only=True):
    """A parameter that the standard gives a service; `configurable_by` says who may change it in the words of N.6."""

    name: str
    default: str
    configurable_by: str = ""
    comments: tuple[str, ...] = ()


class SettingGroup(Struct, frozen=True):
    """The parameters of one Application Entity or one peer."""

    title: str
    rows: tuple[SettingRow, ...]


class ParameterBlock(Struct, frozen=True):
    """A sub-section of Table N.6-1."""

    title: str
    rows: tuple[ParameterRow, ...]


def parameter_blocks(settings: SettingsView) -> tuple[ParameterBlock, ...]:
    """The general parameters in the sub-sections of Table N.6-1; those without rows are left out."""
    rows = [row for group in settings.parameters if not group.owner for row in group.rows]
    named = {word for _title, words in _BLOCKS for word in words}
    blocks = []
    for title, words in _BLOCKS:
        here = tuple(
            row
            for row in rows
            if (row.parameter.stands_for in words if words else row.parameter.stands_for not in named)
        )
        blocks.append(ParameterBlock(_(title), here))
    return tuple(block for block in blocks if block.rows)


def local_settings(capability: Capability, uses: Iterable[tuple[str, bool, bool]]) -> tuple[SettingGroup, ...]:
    """Local Configuration Parameters of a service; `uses` are Application Entities, and whether as SCU and as SCP."""
    groups = []
    for owner, as_scu, as_scp in uses:
        address = capability.configuration.local.get(owner)
        if address is not None:
            groups.append(SettingGroup(owner, tuple(_local(address, as_scu=as_scu, as_scp=as_scp))))
    return tuple(groups)


def _local(address: LocalAddress, *, as_scu: bool, as_scp: bool) -> Iterator[SettingRow]:
    host = (_("Address: %(address)s", address=address.address),) if address.address and as_scp else ()
    about = (*host, *((address.description,) if address.description else ()))
    titles = [*([_("Calling AE Title (SCU)")] if as_scu else []), *([_("Called AE Title (SCP)")] if as_scp else [])]
    for index, title in enumerate(titles):
        yield SettingRow(
            name=title,
            default=address.ae_title,
            configurable_by=changed_by(address.configurable),
            comments=about if index == len(titles) - 1 else (),
        )
    if as_scp:
        yield from _ports(address)


def remote_settings(capability: Capability, uses: Iterable[tuple[str, bool, bool]]) -> tuple[SettingGroup, ...]:
    """Remote Configuration Parameters of a service, for each peer of its Application Entities."""
    roles = {owner: (as_scu, as_scp) for owner, as_scu, as_scp in uses}
    return tuple(
        SettingGroup(title, tuple(_remote(title, peer, *roles[peer.application_entity])))
        for title, peer in capability.configuration.remote.items()
        if peer.application_entity in roles
    )


def _remote(title: str, peer: RemoteAddress, as_scu: bool, as_scp: bool) -> Iterator[SettingRow]:
    names = [*([_("Called AE Title (SCP)")] if as_scu else []), *([_("Calling AE Title (SCU)")] if as_scp else [])]
    for index, name in enumerate(names):
        comments = (peer.description,) if peer.description and index == 0 else ()
        yield SettingRow(name=name, default=title, configurable_by=changed_by(peer.configurable), comments=comments)
    if peer.address:
        yield SettingRow(
            name=_("Host Name or IP Address"), default=peer.address, configurable_by=changed_by(peer.configurable)
        )
    yield from _ports(peer)


def _ports(address: LocalAddress | RemoteAddress) -> Iterator[SettingRow]:
    for name, port in ((_("Port"), address.port), (_("TLS-Secured Port"), address.tls_port)):
        if port is not None:
            yield SettingRow(name=name, default=str(port), configurable_by=changed_by(address.configurable))


def web_settings(services: Iterable[WebService], role: WebRole) -> tuple[SettingGroup, ...]:
    """Local parameters of origin servers, or remote ones of user agents (Table N.6.3.7-1)."""
    return tuple(
        SettingGroup(service.application_entity, tuple(_web(service))) for service in services if service.role is role
    )


def _web(service: WebService) -> Iterator[SettingRow]:
    server = service.role is WebRole.ORIGIN_SERVER
    names = (
        (_("Origin Server URL (Base URI)"), _("Port"), _("Secured URL"), _("Secured Port"))
        if server
        else (_("Remote URL"), _("Port"), _("Secured Remote URL"), _("Secured Port"))
    )
    plain, secured = service.base_uri, service.secured_base_uri
    if not secured and plain.casefold().startswith("https:"):
        plain, secured = "", plain
    for name, port_name, uri in ((*names[:2], plain), (*names[2:], secured)):
        if uri:
            yield SettingRow(name=name, default=uri, configurable_by=changed_by(service.configurable))
            if port := _port_of(uri):
                yield SettingRow(name=port_name, default=port, configurable_by=changed_by(service.configurable))


def _port_of(uri: str) -> str:
    """The port of a URI, as written or that of its scheme; empty for what is no URI, such as one with placeholders."""
    try:
        parts = urlsplit(uri)
        port = parts.port if parts.netloc else None
    except ValueError:
        return ""
    if port is None and parts.netloc:
        port = _PORTS.get(parts.scheme)
    return str(port or "")
