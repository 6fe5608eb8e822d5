"""What this dcsgen is made of: versions, editions of the standard, sources of its knowledge."""

from __future__ import annotations

import platform

from msgspec import Struct

from dcsgen.base.standard import iods, pydicom_tables
from dcsgen.host import Host
from dcsgen.version import __version__

LIBRARIES = ("jinja2", "jsonschema", "markdown-it-py", "msgspec", "pluggy", "pydicom", "pyyaml", "weasyprint")


class About(Struct, frozen=True):
    """Versions, editions and sources, as `dcsgen about` prints them."""

    version: str
    python: str
    libraries: dict[str, str]
    editions: dict[str, str]
    sources: tuple[str, ...]
    known_holes: tuple[str, ...]
    plugins: dict[str, str]


def about(host: Host) -> About:
    """What this dcsgen is made of."""
    from importlib.metadata import PackageNotFoundError, version

    libraries = {}
    for name in LIBRARIES:
        try:
            libraries[name] = version(name)
        except PackageNotFoundError:
            libraries[name] = "not installed"
    return About(
        version=__version__,
        python=platform.python_version(),
        libraries=libraries,
        editions={
            "IODs, Modules, Attribute Types": iods.edition(),
            "UIDs and data elements": pydicom_tables.edition(),
        },
        sources=(iods.source(), "pydicom's tables of UIDs and data elements, with UIDs that came later"),
        known_holes=iods.known_holes(),
        plugins={info.name: info.version for info in host.infos if info.origin != "built-in"},
    )
