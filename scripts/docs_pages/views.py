"""docs/views.md: what templates and rules see."""

from __future__ import annotations

from dcsgen.model import Capability
from dcsgen.render.views import StatementView
from docs_pages.classes import class_page, reached
from docs_pages.markdown import head

INTRODUCTION = """\
What templates see, and what rules get. A layout and its parts print [views](#views), beginning with
[`StatementView`](#statementview), which every template knows as `statement`. A rule gets the
[`Capability`](#capability). Both are contracts: while the major version of dcsgen stays, fields are added, and none is
renamed or taken away. [Layouts and templates](layouts-and-templates.md) tells how they are used.
"""

GROUPS = (
    ("Views", "dcsgen.render.views"),
    ("Records of the Capability", "dcsgen.model"),
    ("Words", "dcsgen.base.words"),
    ("Words about contents", "dcsgen.base.content_words"),
    ("Words about web services", "dcsgen.base.web_words"),
)


def page() -> str:
    """The text of the page."""
    every = list(dict.fromkeys([*reached(StatementView), *reached(Capability)]))
    linked: dict[object, str] = {cls: f"#{cls.__name__.lower()}" for cls in every}
    sections = [
        f"## {title}\n\n"
        + "\n".join(class_page(cls, linked, "###") for cls in every if cls.__module__.startswith(module))
        for title, module in GROUPS
    ]
    return "\n".join([head("Views and records", "the code of views and model"), INTRODUCTION, *sections])
