"""A vendor's own templates."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class TemplateFolder(Struct, frozen=True):
    """A folder whose files replace those of the same name in `templates/`.

    A description chooses it by `document.template: <name>`. Usual files: `cover.html` (the cover page),
    `brand.css` (colours and fonts, after dcsgen's own style sheets), `parts/<part>.html`, and pictures, which
    templates embed with `asset('logo.svg')`.
    """

    name: str
    folder: Path
