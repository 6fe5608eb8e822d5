"""Renders the page of the report from `templates/object/`."""

from __future__ import annotations

from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import Fate
from dcsgen.base.resources import folder
from dcsgen.base.tree import harmless
from dcsgen.builtin.object_reporter import _view
from dcsgen.plugin import ObjectMatch


def page(match: ObjectMatch, *, paper: bool) -> str:
    """The page for the screen or for paper; what descriptions and objects say is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    templates = folder("templates")

    def source(name: str) -> Markup:
        return Markup((templates / name).read_text("utf-8"))

    def shown(value: object) -> object:
        # Control characters have no place in pages.
        return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("object/report.html")
    return template.render(
        match=match, view=_view, outcomes=list(Outcome), fates=list(Fate), paper=paper, source=source
    )
