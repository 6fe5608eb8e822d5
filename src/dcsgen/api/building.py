"""Builds documents: load, render, write in each format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, structs

from dcsgen.api.checking import Progress
from dcsgen.api.judging import judged, works_of
from dcsgen.api.loading import Loaded, load
from dcsgen.api.made import Documents, remembered
from dcsgen.api.older import Since, add_draft, marked, older
from dcsgen.api.one_file import check_loaded
from dcsgen.api.own_kinds import UNKNOWN_TARGET
from dcsgen.api.plugin_calls import call
from dcsgen.base import schema as schemas
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Severity
from dcsgen.base.output import spare, write_all
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.base.tree import harmless
from dcsgen.check.configuration import DEFAULT, Configuration
from dcsgen.host import Host
from dcsgen.load.files import read_bytes_of, without_links
from dcsgen.load.limits import Limits
from dcsgen.model import Capability
from dcsgen.plugin.format import Format
from dcsgen.plugin.layout import Layout
from dcsgen.plugin.statement import Statement

if TYPE_CHECKING:
    from dcsgen.render.completeness import Completeness
    from dcsgen.render.statement import Rendered

T = TypeVar("T")

_Offered = tuple[str, Format]
"""A format and the plug-in that gives it."""

DOCX_TEMPLATE = "statement.docx"
"""The file of a template folder that gives DOCX its look."""

TEMPLATE = Limits(size=64 * 1024 * 1024)


class BuildResult(Struct, frozen=True):
    """The files that were written, in the order of the formats, and the findings; no files if there are errors.

    `completeness` says how complete the description is for the layout, None if there are errors. `since` is what
    differs from the older document that was asked for.
    """

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]
    completeness: Completeness | None = None
    since: Since | None = None


class Order(Struct, frozen=True, kw_only=True):
    """What is to be made of a description: its formats, its layout (None for its own one) and how it shall look.

    `docx_template` and `since` are those of `build`.
    """

    file: Path
    formats: Sequence[str]
    layout: str | None = None
    configuration: Configuration = DEFAULT
    language: str = ""
    docx_template: Path | None = None
    since: str | None = None

    @property
    def others(self) -> list[Path]:
        """The files beside the description that count for what is made."""
        return [each for each in (self.docx_template, self.configuration.accepted) if each]


def build(
    file: Path,
    *,
    out: Path,
    formats: Sequence[str],
    layout: str | None,
    host: Host,
    language: str = "",
    docx_template: Path | None = None,
    since: str | None = None,
    draft_history: Path | None = None,
    configuration: Configuration = DEFAULT,
    progress: Progress | None = None,
) -> BuildResult:
    """Write the statement of a description in some formats into the folder `out`.

    A file is called like the description, with the suffix of its format. All are written, or none. An error in the
    description keeps them from being written, unless the project has accepted it or weighs it less; an entry that
    accepts it counts whatever day it is, because a build knows no clock. Errors of plug-ins are only told.
    `language` is that of the document, of the description's own if there is none. `docx_template` is a Word file that
    gives DOCX its look; it comes before that of a template folder.
    `since` is an older description or document (see `dcsgen.api.older`): all that differs from it is marked, and
    `draft_history` is a file for the entry of the revision history that says so.
    Raises what `documents` raises, `UsageError` for a result that would take the place of the description, and
    `OutputError` if a result cannot be written.
    """
    order = Order(
        file=file,
        formats=formats,
        layout=layout,
        configuration=configuration,
        language=language,
        docx_template=docx_template,
        since=since,
    )
    made = documents(order, host, progress)
    files, result = placed(order, made, out / file.stem, host, draft_history)
    write_all(files)
    return result


def placed(
    order: Order, made: Documents, stem: Path, host: Host, draft_history: Path | None
) -> tuple[dict[Path, bytes], BuildResult]:
    """The files of documents that were made, `stem` and the suffix of each format, and the result that names them.

    Raises `UsageError` for a file that would take the place of one that the documents are made of.
    """
    suffixes = {format.name: format.suffix for _, format in host.formats}
    files = {stem.with_name(stem.name + suffixes[name]): content for name, content in made.contents.items()}
    if draft_history is not None and made.since is not None:
        add_draft(files, draft_history, made.since)
    spare([*made.sources, *order.others, *([order.since] if order.since else [])], files)
    return files, BuildResult(tuple(files), made.findings, made.completeness, made.since)


def documents(order: Order, host: Host, progress: Progress | None = None) -> Documents:
    """The statement of a description in some formats, without writing a file; see `build`.

    Raises `UsageError` for an unknown format, layout, language or template folder, `UnreadableInputError` for a file
    that is no YAML, or a template or an older document that cannot be read, `PluginError` if a format of a plug-in
    fails, `DcsgenError` if one is not to be had.
    """
    make = partial(_documents, order, host, progress)
    if order.since is not None:
        # Marks are made once; nobody builds them again and again.
        return make()
    return remembered([without_links(order.file), order], order.others, host, make)


def _documents(order: Order, host: Host, progress: Progress | None) -> Documents:
    writers = [
        _named(name, {f.name: (provider, f) for provider, f in host.formats}, "format") for name in order.formats
    ]
    _need_suffixes_of_their_own(writers)
    works = works_of([order.file], order.configuration, host)
    tell = _steps(progress, 2 + len(writers) + (order.since is not None))
    template = order.docx_template
    files = {DOCX_TEMPLATE: read_bytes_of(template, str(template), TEMPLATE)} if template else {}
    tell("reading")
    loaded = load(order.file, host, language=order.language)
    sources = tuple(Path(source.name) for source in loaded.tree.sources)
    checked = check_loaded(order.file, loaded, works[0].rules, host, layout=order.layout, language=order.language)
    findings = judged([checked], works, host=host).report.findings
    if loaded.capability is None or _has_errors(findings):
        return Documents({}, findings, sources)
    outline = known_layout(order.layout or loaded.capability.document.layout, host)
    folders = _folders(loaded, host)
    old = None
    if order.since is not None:
        tell("reading the older document")
        old = older(order.since, order.file, host, loaded.capability.document.language)
    tell("rendering")
    render_one = partial(_rendered, layout=outline, folders=folders, files=files)
    rendered = render_one(loaded.capability)
    statement, differences = rendered.statement, None
    if old is not None:
        statement, differences = marked(old, statement, lambda capability: render_one(capability).statement)
    contents = _written(statement, writers, tell)
    links = tuple(_unknown_targets(loaded, rendered.unknown_targets))
    if links:
        checked = structs.replace(checked, findings=(*checked.findings, *links))
        findings = judged([checked], works, host=host).report.findings
    return Documents(contents, findings, sources, rendered.completeness, differences)


def graded(file: Path, *, layouts: Sequence[str], host: Host, language: str = "") -> list[Completeness]:
    """How complete a description is for each layout; nothing if it has errors that keep it from being read.

    Titles of sections are in the language of the document, in its own one if there is none.

    Raises `UsageError` for an unknown layout, `UnreadableInputError` for a file that is no YAML.
    """
    from dcsgen.render import statement

    outlines = [known_layout(layout, host) for layout in layouts]
    capability = load(file, host, language=language).capability
    return [] if capability is None else [statement.graded(capability, outline) for outline in outlines]


def unchanged(path: Path, content: bytes) -> bool:
    """Whether a file has a content already."""
    try:
        return path.stat().st_size == len(content) and path.is_file() and path.read_bytes() == content
    except OSError:
        return False


def known_layout(name: str, host: Host) -> Layout:
    """The layout of a name; raises `UsageError` if there is none, with what is wrong with plug-ins that may have it."""
    known = {layout.name: layout for _, layout in host.layouts}
    if name not in known and host.findings:
        trouble = harmless(host.findings[0].message)
        raise UsageError(f"there is no layout {quoted(name)}, perhaps because a plug-in failed: {trouble}")
    return _named(name, known, "layout")


def _has_errors(findings: Sequence[Finding]) -> bool:
    """Whether the description has an error; one of a plug-in or of the list of accepted ones is not one."""
    return any(
        finding.severity is Severity.ERROR and not finding.accepted and not finding.code.startswith("X")
        for finding in findings
    )


def _rendered(
    capability: Capability, *, layout: Layout, folders: Sequence[Path], files: Mapping[str, bytes]
) -> Rendered:
    from dcsgen.render.statement import render

    return render(capability, layout, folders, files)


def _written(statement: Statement, writers: Sequence[_Offered], tell: Callable[[str], None]) -> dict[str, bytes]:
    contents = {}
    for provider, writer in writers:
        tell(f"writing {writer.name}")
        work = partial(writer.write, statement)
        contents[writer.name] = call(work, bytes, f"format {quoted(writer.name)}", provider)
    return contents


def _need_suffixes_of_their_own(writers: Sequence[_Offered]) -> None:
    """Raise `UsageError` for two formats whose files would have the same name."""
    names: dict[str, str] = {}
    for _, writer in writers:
        other = names.setdefault(writer.suffix.casefold(), writer.name)
        if other != writer.name:
            both = f"the formats {quoted(other)} and {quoted(writer.name)} both write {writer.suffix} files"
            raise UsageError(f"{both}: build them one by one, into folders of their own")


def _steps(progress: Progress | None, total: int) -> Callable[[str], None]:
    """A function that tells the next step to whoever wants to know."""
    numbers = iter(range(total))

    def tell(step: str) -> None:
        if progress is not None:
            progress(step, next(numbers), total)

    return tell


def _named(name: str, known: Mapping[str, T], what: str) -> T:
    if name not in known:
        hint = did_you_mean(name, known) or f"there are {', '.join(sorted(known)) or 'none'}"
        raise UsageError(f"there is no {what} {quoted(name)}: {hint}")
    return known[name]


def _folders(loaded: Loaded, host: Host) -> list[Path]:
    """The template folder that the description asks for."""
    name = loaded.capability.document.template if loaded.capability else ""
    if not name:
        return []
    known = {templates.name: templates for _, templates in host.template_folders}
    return [_named(name, known, "template folder").folder]


def _unknown_targets(loaded: Loaded, targets: Sequence[str]) -> Iterator[Finding]:
    """A finding at each prose text that links to a target that the document does not have."""
    if not targets:
        return
    wanted = re.compile(r"\]\(#(" + "|".join(re.escape(target) for target in targets) + r")\)")
    for annotated in schemas.marked(loaded.tree.root, schemas.root("description"), "x-prose"):
        if isinstance(annotated.node, str):
            for found in wanted.finditer(annotated.node):
                message = f"nothing in the document is called {quoted(found[1])}"
                yield loaded.locate(UNKNOWN_TARGET.at(annotated.path, message))
