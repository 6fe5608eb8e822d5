"""docs/hooks.md: what a plug-in can give, and everything that its author imports."""

from __future__ import annotations

import inspect
import re

from dcsgen import plugin
from dcsgen.base.finding import Place
from dcsgen.model import Capability
from dcsgen.model.sent import Sent, SentModule, SentObject
from dcsgen.model.taken import Taken, TakenObject
from dcsgen.plugin import hookspecs, testing
from dcsgen.plugin.layout import OutlineSection, WhenEmpty
from dcsgen.plugin.records import Record
from docs_pages.classes import class_page, function_page
from docs_pages.markdown import docstring, head

INTRODUCTION = """\
What a plug-in can give, and the classes that it gives it with; [plug-ins](plugins.md) tells how one is made. A hook is
a function without parameters, marked with `@hookimpl`, that returns a list. It is called once at most, and only when
somebody needs what it gives. Unless another module is named, all names are imported from `dcsgen.plugin`.
"""

_TESTING = (
    testing.cases,
    testing.run_case,
    testing.match_cases,
    testing.run_match_case,
    testing.minimal_description,
)

PATH = """\
### Path

`tuple[str | int, ...]`: keys and indices from the root of a description to a node, as in
`("services", "plan-import", "role")`.
"""


def page() -> str:
    """The text of the page."""
    hooks = {name: hook for name, hook in vars(hookspecs).items() if name.startswith("dcsgen_")}
    given = {name: _given_by(hook) for name, hook in hooks.items()}
    helpers = [getattr(plugin, name) for name in plugin.__all__]
    helpers = [cls for cls in helpers if isinstance(cls, type) and cls not in given.values()]
    elsewhere = [Place, Record, OutlineSection, WhenEmpty, SentObject, SentModule, Sent, TakenObject, Taken]
    linked: dict[object, str] = {cls: f"#{cls.__name__.lower()}" for cls in (*given.values(), *helpers, *elsewhere)}
    linked |= {Capability: "views.md#capability", plugin.Path: "#path"}
    sections = [
        f"## {name}\n\n{docstring(hook)} A list of `{given[name].__name__}`.\n\n"
        f"{class_page(given[name], linked, '###')}{_collection(given[name])}"
        for name, hook in hooks.items()
    ]
    return "\n".join(
        [
            head("Hooks", "the code of `dcsgen.plugin`"),
            INTRODUCTION,
            *sections,
            "## Classes that these use\n",
            *(class_page(cls, linked, "###") for cls in helpers),
            PATH,
            "## Classes of other modules\n",
            *(f"{class_page(cls, linked, '###')}\nFrom `{cls.__module__}`.\n" for cls in elsewhere),
            "## Functions\n",
            function_page(plugin.layout_from_file, "###"),
            function_page(plugin.starter_from_file, "###"),
            function_page(plugin.content_of, "###"),
            "## dcsgen.plugin.testing\n",
            f"{docstring(testing)}\n",
            *(function_page(each, "###") for each in _TESTING),
            *(class_page(cls, linked, "###") for cls in (testing.Case, testing.MatchCase, testing.Expected)),
        ]
    )


def _given_by(hook: object) -> type:
    """The class in a hook's `-> list[Class]`."""
    annotation = inspect.signature(hook).return_annotation  # type: ignore[arg-type]
    cls = getattr(plugin, re.findall(r"\w+", annotation)[-1])
    assert isinstance(cls, type)
    return cls


def _collection(cls: type) -> str:
    if not issubclass(cls, Record):
        return ""
    keys = f"[these keys](description.md#{cls.collection})"
    return f"\nIt is a [record](#record) of `{cls.collection}`; its file has {keys}, the schema is `{cls.schema}`.\n"
