"""Views of the configuration: addresses and parameters as rows."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.model import Capability
from dcsgen.render.views import phrases


class AddressRow(Struct, frozen=True):
    """An AE Title with its presentation address; `owner` is the local Application Entity."""

    ae_title: str
    owner: str
    address: str
    port: str
    configurable: str
    description: str


class ParameterRow(Struct, frozen=True):
    """A configurable parameter."""

    name: str
    description: str
    default: str
    range: str
    configurable: str


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


def settings(capability: Capability) -> SettingsView:
    """The configuration of a Capability."""
    configuration = capability.configuration
    local = tuple(
        AddressRow(
            a.ae_title,
            owner,
            a.address,
            " / ".join([*([str(a.port)] if a.port else []), *([f"{a.tls_port} (TLS)"] if a.tls_port else [])]),
            phrases.CONFIGURABLE[a.configurable] if a.configurable else "",
            a.description,
        )
        for owner, a in configuration.local.items()
    )
    remote = tuple(
        AddressRow(
            title,
            a.application_entity,
            a.address,
            str(a.port or ""),
            phrases.CONFIGURABLE[a.configurable] if a.configurable else "",
            a.description,
        )
        for title, a in configuration.remote.items()
    )
    groups: dict[str, list[ParameterRow]] = {}
    for name, parameter in configuration.parameters.items():
        default = f"{phrases.scalar(parameter.default)} {parameter.unit}".strip()
        values = phrases.listed([phrases.scalar(value) for value in parameter.values])
        configurable = phrases.CONFIGURABLE[parameter.configurable] if parameter.configurable else ""
        row = ParameterRow(
            name,
            parameter.description,
            default if parameter.default is not None else "",
            values or phrases.bounds(parameter.range, parameter.unit),
            configurable,
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
