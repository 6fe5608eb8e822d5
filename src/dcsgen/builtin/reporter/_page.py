"""Renders pages of reports from `templates/`: what the values say is escaped, styles and scripts go in as they are."""

from __future__ import annotations

from dcsgen.base.resources import folder
from dcsgen.base.tree import harmless


def rendered(template: str, view: object) -> str:
    """The text of a template such as `diff/screen.html`, which sees `view` and `source`, the text of a file."""
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
