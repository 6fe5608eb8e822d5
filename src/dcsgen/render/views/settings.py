"""Views of the configuration: addresses and parameters as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dcsgen.base.words import Configurable, Initiator
from dcsgen.model import Capability, LocalAddress, Parameter, RemoteAddress
from dcsgen.render.language import _
from dcsgen.render.views import phrases, wording


class AddressRow(Struct, frozen=True):
    """An AE Title with its presentation address; `owner` is the local Application Entity.

    `configurable` says in words who may change it, `configurable_by` in those of PS3.2 Annex N.
    """

    id: str
    ae_title: str
    owner: str
    address: str
    port: str
    configurable: str
    description: str
    configurable_by: str


class ParameterRow(Struct, frozen=True):
    """A configurable parameter; `configurable` says in words who may change it, `configurable_by` in those of N.6.

    `setting` is the name of PS3.2 for it, `services` those that it is for.
    """

    name: str
    description: str
    default: str
    range: str
    configurable: str
    configurable_by: str
    setting: str
    services: tuple[str, ...]
    parameter: Parameter


class ParameterGroup(Struct, frozen=True):
    """The parameters of one Application Entity, or the general ones with an empty owner."""

    owner: str
    rows: tuple[ParameterRow, ...]


class SettingsView(Struct, frozen=True):
    """All of the configuration."""

    description: str
    remote_description: str
    local: tuple[AddressRow, ...]
    remote: tuple[AddressRow, ...]
    parameters: tuple[ParameterGroup, ...]


def changed_by(configurable: Configurable | None) -> str:
    """`USER`, `SERVICE` or `FIXED`; empty if it is not stated."""
    return configurable.value.upper() if configurable else ""


def _ports(address: LocalAddress | RemoteAddress, *, listens: bool) -> str:
    ports = [
        *([str(address.port)] if address.port else []),
        *([f"{address.tls_port} (TLS)"] if address.tls_port else []),
    ]
    return " / ".join(ports) or ("" if listens else _("none"))


def titles_of(capability: Capability, keys: Iterable[str]) -> Iterator[str]:
    """The titles of services that there are, by their keys."""
    for key in keys:
        if key in capability.services:
            yield wording.service_title(key, capability.services[key])


def settings(capability: Capability) -> SettingsView:
    """The configuration of a Capability."""
    configuration = capability.configuration
    listening = {s.application_entity for s in capability.services.values() if s.opened_by is not Initiator.SELF}
    local = tuple(
        AddressRow(
            owner,
            a.ae_title,
            owner,
            a.address,
            _ports(a, listens=owner in listening),
            phrases.CONFIGURABLE[a.configurable] if a.configurable else "",
            a.description,
            changed_by(a.configurable),
        )
        for owner, a in configuration.local.items()
    )
    remote = tuple(
        AddressRow(
            title,
            title,
            a.application_entity,
            a.address,
            _ports(a, listens=True),
            phrases.CONFIGURABLE[a.configurable] if a.configurable else "",
            a.description,
            changed_by(a.configurable),
        )
        for title, a in configuration.remote.items()
    )
    groups: dict[str, list[ParameterRow]] = {}
    for name, parameter in (configuration.parameters or {}).items():
        default = f"{wording.scalar(parameter.default)} {parameter.unit}".strip()
        values = wording.listed([wording.scalar(value) for value in parameter.values])
        configurable = phrases.CONFIGURABLE[parameter.configurable] if parameter.configurable else ""
        row = ParameterRow(
            name,
            parameter.description,
            default if parameter.default is not None else "",
            values or wording.bounds(parameter.range, parameter.unit),
            configurable,
            changed_by(parameter.configurable),
            phrases.SETTINGS[parameter.stands_for] if parameter.stands_for else "",
            tuple(titles_of(capability, parameter.services)),
            parameter,
        )
        groups.setdefault(parameter.application_entity, []).append(row)
    ordered = sorted(groups.items(), key=lambda group: group[0] != "")
    return SettingsView(
        configuration.description,
        configuration.remote_description,
        local,
        remote,
        tuple(ParameterGroup(owner, tuple(rows)) for owner, rows in ordered),
    )
