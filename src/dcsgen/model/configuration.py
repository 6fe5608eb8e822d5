"""What can be configured: addresses and parameters (PS3.2 A.4.4, N.6)."""

from __future__ import annotations

from msgspec import Struct, field

from dcsgen.base.content_words import Setting
from dcsgen.base.words import Configurable

Scalar = bool | int | float | str


class LocalAddress(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an Application Entity of the product listens. The key is the name of the Application Entity."""

    ae_title: str
    port: int | None = None
    tls_port: int | None = None
    address: str = ""
    configurable: Configurable | None = None
    description: str = ""


class RemoteAddress(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A peer that the product knows. The key is its AE Title."""

    description: str = ""
    address: str = ""
    port: int | None = None
    tls_port: int | None = None
    application_entity: str = ""
    configurable: Configurable | None = None


class Parameter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A parameter of the product's communication; the key is its name. Range bounds are inclusive, in `unit`."""

    description: str = ""
    default: Scalar | None = None
    range: tuple[float | int | None, float | int | None] | None = None
    values: tuple[Scalar, ...] = ()
    unit: str = ""
    configurable: Configurable | None = None
    stands_for: Setting | None = None
    services: tuple[str, ...] = ()
    application_entity: str = ""


class Configuration(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """AE Titles, presentation addresses and parameters; None is "not stated", no parameters is that there are none."""

    description: str = ""
    local: dict[str, LocalAddress] = field(default_factory=dict)
    remote: dict[str, RemoteAddress] = field(default_factory=dict)
    remote_description: str = ""
    parameters: dict[str, Parameter] | None = None
