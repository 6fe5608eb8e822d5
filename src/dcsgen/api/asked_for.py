"""What the document of a description asks for by name: a layout, a template folder, a language."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from dcsgen.api.loading import Loaded
from dcsgen.api.own_kinds import UNKNOWN_LANGUAGE, UNKNOWN_LAYOUT, UNKNOWN_TEMPLATE_FOLDER
from dcsgen.base.finding import Finding, Severity
from dcsgen.base.resources import folder
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.host import Host
from dcsgen.render.language import ENGLISH


def not_there(loaded: Loaded, host: Host, *, layout: str | None = None, language: str = "") -> Iterator[Finding]:
    """A finding for each name that means nothing. `layout` and `language` are what is taken instead, if anything."""
    if loaded.capability is None:
        return
    document = loaded.capability.document
    layouts = {one.name: one for _, one in host.layouts}
    if not layout and document.layout not in layouts:
        problem = UNKNOWN_LAYOUT.at(
            ("document", "layout"),
            f"there is no layout {quoted(document.layout)}",
            hint=_hint(document.layout, layouts, host),
        )
        yield loaded.locate(problem)
    folders = {one.name: one for _, one in host.template_folders}
    if document.template and document.template not in folders:
        problem = UNKNOWN_TEMPLATE_FOLDER.at(
            ("document", "template"),
            f"there is no template folder {quoted(document.template)}",
            hint=_hint(document.template, folders, host),
        )
        yield loaded.locate(problem)
    if not language and document.language != ENGLISH:
        outline, looks = layouts.get(layout or document.layout), folders.get(document.template)
        own = [Path(outline.own_templates)] if outline and outline.own_templates else []
        yield from _without_words(loaded, [*([looks.folder] if looks else []), *own, folder("templates")])


def known_language(language: str, host: Host) -> None:
    """Raise `UsageError` for a language in which neither dcsgen nor any plug-in has words."""
    from dcsgen.render import catalogues

    own = [Path(layout.own_templates) for _, layout in host.layouts if layout.own_templates]
    catalogues.known_language(
        language, [*(looks.folder for _, looks in host.template_folders), *own, folder("templates")]
    )


def _without_words(loaded: Loaded, places: list[Path]) -> Iterator[Finding]:
    """A finding if no catalogue in these folders is for the language of the document."""
    from dcsgen.base.errors import UsageError
    from dcsgen.render import catalogues

    assert loaded.capability is not None
    try:
        catalogues.known_language(loaded.capability.document.language, places)
    except UsageError as error:
        message, _, hint = str(error).partition(": ")
        yield loaded.locate(UNKNOWN_LANGUAGE.at(("document", "language"), message, hint=hint))


def _hint(name: str, known: Collection[str], host: Host) -> str:
    """What else was meant, what there is, and which plug-ins may have it and are broken."""
    there_is = f"There is: {', '.join(sorted(known))}." if known else "No plug-in gives one."
    errors = (finding for finding in host.findings if finding.severity is Severity.ERROR)
    broken = ", ".join(sorted({quoted(finding.provider) for finding in errors if finding.provider}))
    missing = f"It may be in {broken}, which has an error: see `dcsgen plugins`." if broken else ""
    return " ".join(text for text in (did_you_mean(name, known), there_is, missing) if text)
