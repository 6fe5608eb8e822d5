"""What this dcsgen is made of: versions, editions of the standard, sources of its knowledge."""

from __future__ import annotations

import platform

from msgspec import Struct

from dcsgen.api.knowledge import areas, ihe_holes
from dcsgen.host import Host
from dcsgen.version import __version__

LIBRARIES = (
    "jinja2",
    "jsonschema",
    "markdown-it-py",
    "msgspec",
    "openpyxl",
    "pikepdf",
    "pluggy",
    "pydicom",
    "pyyaml",
    "weasyprint",
)


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
    known = areas()
    return About(
        version=__version__,
        python=platform.python_version(),
        libraries=libraries,
        editions={area.name: area.edition for area in known},
        sources=tuple(dict.fromkeys(area.source for area in known if area.source)),
        known_holes=(
            *(f"{area.name}: {hole}" for area in known for hole in area.known_holes),
            *(f"IHE profile {hole}" for hole in ihe_holes()),
        ),
        plugins={info.name: info.version for info in host.infos if info.origin != "built-in"},
    )
