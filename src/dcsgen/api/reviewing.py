"""Writes the review page of a draft: one HTML file with all pictures of the places that facts were read from."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

from dcsgen.api.importing import importer_of
from dcsgen.api.plugin_calls import call
from dcsgen.base.draft import Draft
from dcsgen.base.resources import folder
from dcsgen.base.text import quoted
from dcsgen.base.tree import harmless
from dcsgen.host import Host
from dcsgen.ingest.draft_text import extent
from dcsgen.ingest.review import Review, review, saved
from dcsgen.load.files import read_bytes_of
from dcsgen.plugin.importer import HEAD, Picture, Strip


def review_page(draft: Draft, file: Path, host: Host) -> str:
    """The page; `file` is the document that was read. What documents say is escaped."""
    shown = review(draft)
    return _rendered(shown, _pictures(shown, file, host))


def _pictures(shown: Review, file: Path, host: Host) -> dict[Strip, Picture]:
    if not shown.strips:
        return {}
    from dcsgen.api.importing import LIMITS

    provider, importer = importer_of(file, read_bytes_of(file, str(file), LIMITS)[:HEAD], host)
    what = f"importer {quoted(importer.name)}"
    drawn: list[Picture] = call(lambda: list(importer.pictures(file, shown.strips)), list, what, provider)
    return {picture.strip: picture for picture in drawn}


def _rendered(shown: Review, pictures: dict[Strip, Picture]) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    templates = folder("templates")

    def source(name: str) -> Markup:
        return Markup((templates / name).read_text("utf-8"))

    def harmless_lines(value: object) -> object:
        if isinstance(value, str) and not isinstance(value, Markup):
            return "\n".join(map(harmless, value.split("\n")))
        return value

    def in_script(value: Any) -> Markup:
        # What ends a script, or begins a comment of old browsers, must not stand in it.
        return Markup(json.dumps(value, ensure_ascii=True).replace("<", "\\u003c"))

    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        finalize=harmless_lines,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("import/review.html").render(
        review=shown,
        draft=shown.draft,
        extent=extent(shown.draft),
        pictures=pictures,
        encoded=lambda data: b64encode(data).decode("ascii"),
        saved=in_script(saved(shown.draft)),
        source=source,
    )
