"""What the templates in `templates/pages/` see: the Statement, and by what it was made."""

from __future__ import annotations

from dcsgen.plugin.statement import Statement
from dcsgen.version import __version__

GENERATOR = f"dcsgen {__version__}"


class Page(Statement, frozen=True, kw_only=True):
    """A Statement as page templates see it; `generator` is "dcsgen" with its version."""

    generator: str


def page_text(statement: Statement, template: str) -> str:
    """The text of a template of `templates/pages/` for a Statement."""
    fields = {name: getattr(statement, name) for name in statement.__struct_fields__}
    return statement.page(template, Page(**fields, generator=GENERATOR))
