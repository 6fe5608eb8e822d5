"""Renders pages of reports, such as those from `templates/diff/`."""

from __future__ import annotations

from dcsgen.base.resources import folder
from dcsgen.base.tree import harmless
from dcsgen.builtin.change_reporter._view import view
from dcsgen.plugin import Difference


def page(difference: Difference, template: str, lines: int) -> str:
    """The text of a template of `templates/diff/`, with so many lines of each value."""
    return rendered(f"diff/{template}", view(difference, lines))


def rendered(template: str, view: object) -> str:
    """The text of a template that shows a view; what that says is escaped, and does nothing to a terminal or page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    templates = folder("templates")

    def source(name: str) -> Markup:
        return Markup((templates / name).read_text("utf-8"))

    def shown(value: object) -> object:
        # Control characters have no place in pages; line ends stay, for values that have lines.
        if isinstance(value, str) and not isinstance(value, Markup):
            return "\n".join(map(harmless, value.split("\n")))
        return value

    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(view=view, source=source)
