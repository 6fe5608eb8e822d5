"""Renders a Capability in a layout into a Statement: sections as HTML, captions, references, data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from traceback import extract_tb
from types import MappingProxyType
from typing import NamedTuple

from jinja2 import Environment, TemplateError, TemplateNotFound
from markupsafe import Markup
from msgspec import structs

from dcsgen.base.errors import DcsgenError, UsageError
from dcsgen.base.resources import folder
from dcsgen.model import Capability, encode
from dcsgen.plugin.layout import Layout
from dcsgen.plugin.statement import Section, Statement
from dcsgen.render import numbering
from dcsgen.render.catalogues import catalogue_of
from dcsgen.render.completeness import Completeness, completeness
from dcsgen.render.language import _, catalogue, speaking
from dcsgen.render.orientation import oriented
from dcsgen.render.outline import Context, Node, expand
from dcsgen.render.page_starts import with_page_starts
from dcsgen.render.templates import environment, find_file
from dcsgen.render.views import StatementView, view_of

_NO_FILES: Mapping[str, bytes] = MappingProxyType({})


class Rendered(NamedTuple):
    """The Statement, targets that the prose refers to and the document does not have, and what is complete."""

    statement: Statement
    unknown_targets: tuple[str, ...]
    completeness: Completeness


def render(
    capability: Capability, layout: Layout, folders: Sequence[Path] = (), files: Mapping[str, bytes] = _NO_FILES
) -> Rendered:
    """The Statement of a Capability. `folders` are template folders that come before dcsgen's own, `files` files
    that take the place of those of their names.

    Raises `UsageError` if a template is broken, which names it.
    """
    places = _places(layout, folders)

    def file(name: str) -> bytes | None:
        if name in files:
            return files[name]
        found = find_file(places, name)
        return found.read_bytes() if found else None

    with _template_errors(), speaking(catalogue_of(capability.document.language, places)):
        return _render(capability, layout, environment(places), file)


def graded(capability: Capability, layout: Layout) -> Completeness:
    """How complete a Capability is for a layout; nothing is rendered but the titles of sections."""
    places = _places(layout, ())
    with _template_errors(), speaking(catalogue_of(capability.document.language, places)):
        nodes = _nodes(layout, view_of(capability), environment(places))
    return completeness(layout.name, nodes, capability)


def _places(layout: Layout, folders: Sequence[Path]) -> list[Path]:
    """The folders in which templates and their files are looked for, one after the other."""
    of_layout = [Path(layout.own_templates)] if layout.own_templates else []
    return [*folders, *of_layout, folder("templates")]


def _nodes(layout: Layout, view: StatementView, env: Environment) -> tuple[Node, ...]:
    template_of = cache(env.overlay(autoescape=False).from_string)

    def title_of(title: str, context: Context) -> str:
        text = _(title)
        return template_of(text).render(context) if "{" in text else text

    return expand(layout.sections, {"statement": view}, title_of)


@contextmanager
def _template_errors() -> Iterator[None]:
    """Mistakes in templates, which vendors write, as sentences that name file and line."""
    try:
        yield
    except TemplateError as trouble:
        name, line = getattr(trouble, "name", None), getattr(trouble, "lineno", None)
        where = name or "of a title in the layout"
        if name is None and (inside := _in_template(trouble)):
            where, line = inside[-1]
        reason = "there is no such template" if isinstance(trouble, TemplateNotFound) else str(trouble)
        raise UsageError(f"the template {where}{f', line {line},' if line else ''} is broken: {reason}") from trouble
    except Exception as trouble:
        inside = _in_template(trouble)
        if isinstance(trouble, DcsgenError) or not inside or Path(inside[-1][0]).is_relative_to(folder("templates")):
            raise
        where, line = inside[-1]
        reason = f"{type(trouble).__name__}: {trouble}"
        raise UsageError(f"the template {where}, line {line}, is broken: {reason}") from trouble


def _in_template(trouble: Exception) -> list[tuple[str, int | None]]:
    """Files and lines of templates that were at work, the innermost last: Jinja2 puts them into the traceback."""
    frames = extract_tb(trouble.__traceback__)
    return [(frame.filename, frame.lineno) for frame in frames if frame.filename.endswith((".html", ".css", ".js"))]


def _render(capability: Capability, layout: Layout, env: Environment, file: Callable[[str], bytes | None]) -> Rendered:
    words = catalogue()
    shown = _titled(capability)

    def page(template: str, statement: Statement) -> str:
        with _template_errors(), speaking(words):
            return env.get_template(f"pages/{template}").render(statement=statement)

    nodes = _nodes(layout, view_of(shown), env)
    captions = numbering.Captions()
    drafts = with_page_starts(oriented([_section(node, env, captions, layout.name) for node in nodes]))
    labels = {caption.id: caption.label for caption in (*captions.tables, *captions.figures)}
    for section in drafts:
        _add_labels(section, labels)
    unknown: set[str] = set()
    statement = Statement(
        title=f"{shown.product.name} – {shown.document.title}",
        layout=layout.name,
        capability=shown,
        sections=tuple(_finished(section, labels, unknown) for section in drafts),
        tables=tuple(captions.tables),
        figures=tuple(captions.figures),
        data=encode(capability),
        page=page,
        file=file,
        front_matter=layout.front_matter,
        language=capability.document.language,
        word=words.gettext,
    )
    return Rendered(statement, tuple(sorted(unknown)), completeness(layout.name, nodes, capability))


def _titled(capability: Capability) -> Capability:
    """The Capability with the usual title of the document in its language, if the author gave it none of his own."""
    document = capability.document
    return structs.replace(capability, document=structs.replace(document, title=_(document.title)))


def _section(node: Node, env: Environment, captions: numbering.Captions, layout: str) -> Section:
    if node.level == 1:
        captions.enter(node.number)
    html = ""
    if node.none or not node.applicable:
        html = Markup("<p>{}</p>").format(_said_of_none(node))
    elif node.part:
        template = env.get_template(f"parts/{node.part}.html")
        html = template.render(
            node.context, section=node, layout=layout, add_caption=captions.add, reference=numbering.reference
        )
    annex = node.level == 1 and node.number[:1].isalpha()
    return Section(
        id=node.id,
        number=node.number,
        label=_("Annex %(number)s", number=node.number) if annex else node.number,
        title=node.title if node.applicable else _("%(title)s - N/A", title=node.title),
        level=node.level,
        html=html,
        landscape=node.landscape,
        applicable=node.applicable,
        children=tuple(_section(child, env, captions, layout) for child in node.children),
    )


def _said_of_none(node: Node) -> str:
    """What stands in a section that does not apply, or of which it is stated that there is nothing."""
    if node.applicable:
        return node.none
    return _("N/A. %(sentence)s", sentence=node.none) if node.none else _("N/A")


def _add_labels(section: Section, labels: dict[str, str]) -> None:
    """What references call a section and those below it."""
    text = section.label if section.is_annex else _("section %(number)s", number=section.number)
    labels[section.id] = text if section.number else section.title
    for child in section.children:
        _add_labels(child, labels)


def _finished(section: Section, labels: dict[str, str], unknown: set[str]) -> Section:
    return structs.replace(
        section,
        html=numbering.finish(section.html, labels, unknown),
        children=tuple(_finished(child, labels, unknown) for child in section.children),
    )
