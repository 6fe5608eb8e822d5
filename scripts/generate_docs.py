"""Writes the pages of docs/ that follow from schemas and code: keys, findings, commands, hooks, views.

A test compares them with the files. Usage: python scripts/generate_docs.py
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dcsgen import plugin
from dcsgen.api.explaining import kinds
from dcsgen.base import finding, words
from dcsgen.base import schema as schemas
from dcsgen.base.text import listed
from dcsgen.builtin import builtin_commands
from dcsgen.cli.overview import overview
from dcsgen.cli.parser import parser_for
from dcsgen.host import open_host
from dcsgen.model import Capability
from dcsgen.plugin import hookspecs, testing
from dcsgen.render.views import StatementView

FOLDER = Path(__file__).resolve().parents[1] / "docs"

# --- Keys of a description -------------------------------------------------------------------------------------

KEY_WORDS = {
    "statuses": "code",
    "local": "Application Entity",
    "remote": "AE Title",
    "per_ae_title": "AE Title",
    "private_attributes": "Tag",
    "modules": "Module",
    "attributes": "path",
    "history": "revision",
}
"""What the keys of a mapping are, where they are not simply names."""

DICOM_WORDS = {
    "sop-class": "a SOP Class",
    "transfer-syntax": "a Transfer Syntax",
    "element": "an Attribute",
    "ae-title": "an AE Title",
}

TYPE_WORDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "null": "`null`",
}


class Record(NamedTuple):
    """A sort of record in a description: where it may stand (with `<name>` for free keys), and its schema."""

    paths: tuple[tuple[str, ...], ...]
    schema: schemas.Located


@cache
def records() -> Mapping[str, Record]:
    """Every sort of record by the name of its class in the model, in the order in which a reader meets them."""
    found: dict[str, Record] = {}
    for path, here in _records_below(schemas.root("description"), ()):
        name = here.schema["x-model"]
        before = found[name].paths if name in found else ()
        found[name] = Record((*before, path), here)
    return found


def _records_below(here: schemas.Located, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], schemas.Located]]:
    here = schemas.fitting(here, {})
    if "properties" in here.schema:
        yield path, here
        for key in here.schema["properties"]:
            yield from _records_below(_child(here, key), (*path, key))
    elif (below := schemas.child(here, "\0")) is not None:
        yield from _records_below(below, (*path, f"<{KEY_WORDS.get(path[-1], 'name')}>"))
    elif here.schema.get("type") == "array" and (item := schemas.child(here, 0)) is not None:
        yield from _records_below(item, (*path, "[]"))


def _child(here: schemas.Located, key: str | int) -> schemas.Located:
    found = schemas.child(here, key)
    assert found is not None, key
    return found


def _dotted(path: Sequence[str]) -> str:
    return ".".join(path).replace(".[]", "[]")


def _anchor(path: Sequence[str]) -> str:
    """The path as `dcsgen explain` takes it: without the keys that the author chooses."""
    return ".".join(step for step in path if step[0] not in "<[")


def description() -> str:
    """The reference of all keys."""
    sections = [_keys_of(record) for record in records().values()]
    top = [
        f"- [`{key}`](#{key}): {_cell(_child(schemas.root('description'), key).schema['description'])}"
        for key in schemas.load("description")["properties"]
    ]
    return "\n".join(
        [
            _head("Keys of a description", "the schemas"),
            "Every key that a description may have, in the order of the schema. A name in angle brackets, as in "
            "`services.<name>`, is one that you choose. *Prose* is CommonMark without HTML. The same text is shown by "
            "`dcsgen explain services.role`, and by your editor once it knows the schema. The clauses are those from "
            "which the meaning is taken; letters such as A.4 and N.5 are annexes of PS3.2.\n",
            *top,
            "",
            *sections,
        ]
    )


def _keys_of(record: Record) -> str:
    path, schema = record.paths[0], record.schema.schema
    needed = schema.get("required", ())
    clause = f" ({schema['x-ps3']})" if "x-ps3" in schema else ""
    also = listed([f"`{_dotted(other)}`" for other in record.paths[1:]], "and")
    anchors = "".join(f'<a id="{_anchor(one)}"></a>' for one in dict.fromkeys(record.paths) if one)
    lines = [
        f"{anchors}\n\n## `{_dotted(path)}`\n" if path else "## The whole\n",
        f"{schema['description']}{clause}" + (f" The same at {also}." if also else "") + "\n",
        _row("key", "meaning", "takes", "clause"),
        _row("---", "---", "---", "---"),
    ]
    for key in schema["properties"]:
        here = _child(record.schema, key)
        mark = "" if _leads_on((*path, key)) else f'<a id="{_anchor((*path, key))}"></a>'
        required = "<br>**required**" if key in needed else ""
        takes = _takes(here, (*path, key))
        lines.append(_row(f"{mark}`{key}`{required}", here.schema["description"], takes, here.schema.get("x-ps3", "")))
    return "\n".join([*lines, "", f"```yaml\n{_as_yaml(example(record))}```", ""])


def _leads_on(path: tuple[str, ...]) -> tuple[str, ...] | None:
    """The path of the record that a key leads to; None if it holds something simple."""
    for record in records().values():
        for other in record.paths:
            if other[: len(path)] == path and len(other) <= len(path) + 1 and (other == path or other[-1][0] in "<["):
                return other
    return None


def _takes(here: schemas.Located, path: tuple[str, ...] = ()) -> str:
    """What a key may hold, in words."""
    schema = here.schema
    target = _leads_on(path)
    if target == path and path:
        return f"a mapping: [keys](#{_anchor(path)})"
    if target:
        of = "list of records" if target[-1] == "[]" else f"records by {target[-1].strip('<>')}"
        simple = [_takes(_child(here, "\0"))] if "anyOf" in (schemas.child(here, "\0") or here).schema else []
        return " or ".join([f"{of}: [keys](#{_anchor(target)})", *(word for word in simple if word)])
    if "const" in schema or "enum" in schema:
        return listed([f"`{word}`" for word in schema.get("enum", [schema.get("const")])], "or")
    if "x-ref" in schema:
        return f"a key of [`{schema['x-ref']}`](#{schema['x-ref']})"
    if "x-dicom" in schema:
        return DICOM_WORDS[schema["x-dicom"]]
    if "anyOf" in schema:
        branches = (schemas.follow(schemas.Located(branch, here.file)) for branch in schema["anyOf"])
        return listed([_takes(branch) for branch in branches if "properties" not in branch.schema], "or")
    if schema.get("x-prose"):
        return "prose"
    if schema["type"] == "object":
        below = schemas.child(here, "\0")
        return f"mapping of {KEY_WORDS.get(path[-1], 'name')} to {_takes(below) if below else 'anything'}"
    if schema["type"] == "array":
        if "prefixItems" in schema:
            return "list of two: " + " and ".join(_takes(_child(here, i)) for i in range(len(schema["prefixItems"])))
        return f"list, each {_takes(_child(here, 0))}"
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return listed([TYPE_WORDS[word] for word in types], "or") + _bounds(schema)


def _bounds(schema: schemas.Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if high is not None:
        return f" from {low} to {high}"
    if low is not None:
        return f", at least {low}"
    return f", at most {schema['maxLength']} characters" if "maxLength" in schema else ""


def example(record: Record) -> dict[str, Any]:
    """A record that has every key which leads to no other record, inside as much as is needed to see where it is."""
    path = record.paths[0]
    made: Any = {
        key: _child(record.schema, key).schema["examples"][0]
        for key in record.schema.schema["properties"]
        if not _leads_on((*path, key))
    }
    for depth in range(len(path), 0, -1):
        step = path[depth - 1]
        if step == "[]":
            made = [made]
            continue
        made = {_example_key(path[: depth - 1]) if step[0] == "<" else step: made}
        if step[0] != "<":
            break
    return made if isinstance(made, dict) else {}


def _example_key(path: tuple[str, ...]) -> str:
    here = schemas.root("description")
    for step in path:
        inside = schemas.fitting(here, {})
        here = _child(inside, "\0" if step[0] == "<" else step)
    return str(next(iter(here.schema["examples"][0])))


class _Dumper(yaml.SafeDumper):
    """Mappings in lines, lists of plain values in brackets."""

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> Any:
        plain = not any(isinstance(item, dict) for item in sequence)
        return super().represent_sequence(tag, sequence, flow_style=plain)


def _as_yaml(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100, default_flow_style=False)


# --- Findings --------------------------------------------------------------------------------------------------

AREAS = {
    "L00": "Reading a file",
    "L01": "Reading a file",
    "L02": "Keys and values",
    "L03": "Names and references",
    "L04": "Several files, and links",
    "S": "Rules of `dcsgen check`",
    "X": "Plug-ins",
}


def findings() -> str:
    """The reference of all kinds of findings."""
    known = kinds(open_host(vendors=False)).values()
    areas: dict[str, list[finding.Kind]] = {}
    for kind in sorted(known, key=lambda kind: kind.code):
        area = next(title for start, title in AREAS.items() if kind.code.startswith(start))
        areas.setdefault(area, []).append(kind)
    overview_rows = [
        _row(f"[{kind.code}](#{kind.slug})", f"`{kind.slug}`", kind.severity, area)
        for area, members in areas.items()
        for kind in members
    ]
    pages = [
        page
        for area, members in areas.items()
        for page in (f"## {area}\n", *(_page_of(kind) for kind in sorted(members, key=lambda kind: kind.code)))
    ]
    return "\n".join(
        [
            _head("Findings", "the kinds of findings in the code"),
            "Everything that `dcsgen check` and `dcsgen build` can tell about a description. `dcsgen explain CODE` shows "
            "the same. A code is never used for anything else later. Rules of plug-ins have the plug-in's name in their "
            "code, as in `xyz/S1`; `dcsgen explain` knows them too.\n",
            _row("code", "slug", "severity", "about"),
            _row("---", "---", "---", "---"),
            *overview_rows,
            "",
            *pages,
        ]
    )


def _page_of(kind: finding.Kind) -> str:
    clause = f"\n\nClause: {kind.clause}." if kind.clause else ""
    return (
        f'<a id="{kind.slug}"></a>\n\n### {kind.code} {kind.slug}\n\n**{kind.severity.capitalize()}.** {kind.what}\n\n'
        f"*Why it matters.* {kind.why}\n\n*Instead.* {kind.instead}{clause}\n"
    )


# --- Commands --------------------------------------------------------------------------------------------------

ENVIRONMENT = (
    ("NO_COLOR", "No colours, unless `--color always` says otherwise."),
    ("FORCE_COLOR", "Colours even if the output is no terminal. NO_COLOR wins over it."),
    ("DCSGEN_DEBUG", "With `1`, the traceback is shown when dcsgen stops with a message about itself."),
)


def commands() -> str:
    """The reference of the command line."""
    own = builtin_commands()
    pages = [("dcsgen", overview(own).format_help())]
    pages += [(f"dcsgen {command.name}", parser_for(command).format_help()) for command in own]
    return "\n".join(
        [
            _head("Commands", "the parsers' help"),
            "What `dcsgen --help` and `dcsgen COMMAND --help` show. Results go to standard output, and nothing else "
            "does; findings of `build` and messages go to standard error. [Exit codes](#dcsgen) are fixed.\n",
            *(f"## {title}\n\n```text\n{page.rstrip()}\n```\n" for title, page in pages),
            "## Environment variables\n",
            _row("variable", "effect"),
            _row("---", "---"),
            *(_row(f"`{name}`", effect) for name, effect in ENVIRONMENT),
            "",
        ]
    )


# --- Classes: hooks and views ------------------------------------------------------------------------------------


class Field(NamedTuple):
    """A field of a class as its source has it."""

    name: str
    type: str
    default: str
    text: str


def fields_of(cls: type) -> list[Field]:
    """The fields of a class, those of its bases first; from the source, which says what people wrote."""
    found: dict[str, Field] = {}
    for each in reversed([base for base in cls.__mro__ if base.__module__.startswith("dcsgen.")]):
        body = _source_of(each).body
        for node, after in zip(body, [*body[1:], None], strict=True):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                field = _field(node.target.id, ast.unparse(node.annotation), node.value, after)
                if not field.type.startswith("ClassVar"):
                    found[field.name] = field
    return list(found.values())


def _field(name: str, type_: str, value: ast.expr | None, after: ast.stmt | None) -> Field:
    default, text = "" if value is None else ast.unparse(value), ""
    if isinstance(value, ast.Call):
        given = {word.arg: ast.unparse(word.value) for word in value.keywords}
        default = given.get("default", {"dict": "{}"}.get(given.get("default_factory", ""), default))
        default = "" if default.startswith("field(") else default
        text = f"In files it is called `{ast.literal_eval(given['name'])}`." if "name" in given else ""
    if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
        text = f"{_one_line(after.value.value)} {text}".strip()
    return Field(name, type_, default, text)


def _source_of(cls: type) -> ast.ClassDef:
    node = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(node, ast.ClassDef)
    return node


def _class_page(cls: type, linked: Mapping[str, str], level: str) -> str:
    lines = [f"{level} {cls.__name__}\n", _docstring(cls), ""]
    if issubclass(cls, StrEnum):
        return "\n".join([*lines, listed([f"`{word.value}`" for word in cls], "or") + ".", ""])
    rows = [
        _row(f"`{field.name}`", _typed(field.type, cls, linked), f"`{field.default}`" if field.default else "required", t)
        for field in fields_of(cls)
        for t in [field.text or _meaning(cls, field.name)]
    ]
    return "\n".join([*lines, _row("field", "type", "default", "meaning"), _row("---", "---", "---", "---"), *rows, ""])


def _typed(type_: str, cls: type, linked: Mapping[str, str]) -> str:
    names = [name for name in dict.fromkeys(re.findall(r"\b[A-Z]\w+", type_)) if name in linked and name != cls.__name__]
    links = ", ".join(f"[{name}]({linked[name]})" for name in names)
    return f"`{type_}`" + (f" ({links})" if links else "")


def _meaning(cls: type, field: str) -> str:
    """What the schema says about a field of the model; empty for what nobody writes."""
    record = records().get(cls.__name__) if cls.__module__.startswith("dcsgen.model") else None
    key = field.rstrip("_")
    if record is None or key not in record.schema.schema["properties"]:
        return ""
    return str(_child(record.schema, key).schema["description"])


def _function(function: Callable[..., object], level: str) -> str:
    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(node, ast.FunctionDef)
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    code = f"{node.name}({ast.unparse(node.args)}){returns}"
    return f"{level} {node.name}\n\n```python\n{code}\n```\n\n{_docstring(function)}\n"


def hooks() -> str:
    """The reference of what a plug-in's author imports."""
    specified = [(name, hook) for name, hook in vars(hookspecs).items() if name.startswith("dcsgen_")]
    given = {name: re.findall(r"\w+", inspect.signature(hook).return_annotation)[-1] for name, hook in specified}
    others = [name for name in plugin.__all__ if name not in given.values()]
    classes = [name for name in others if isinstance(getattr(plugin, name), type)]
    linked = {name: f"#{name.lower()}" for name in (*given.values(), *classes, "OutlineSection", "WhenEmpty")}
    linked["Capability"] = "views.md#capability"
    pages = []
    for name, hook in specified:
        cls = getattr(plugin, given[name])
        pages += [f"## {name}\n", f"{_docstring(hook)} It returns a list of `{cls.__name__}`.\n"]
        pages += [_class_page(cls, linked, "###")]
    from dcsgen.plugin.layout import OutlineSection, WhenEmpty

    return "\n".join(
        [
            _head("Hooks", "the code of `dcsgen.plugin`"),
            "What a plug-in can give, and the classes that it gives it with. All names are imported from "
            "`dcsgen.plugin`. [Plug-ins](plugins.md) tells how a plug-in is made. A hook is a function without parameters, "
            "marked with `@hookimpl`, that returns a list; it is called once at most, and only when somebody needs what "
            "it gives.\n",
            *pages,
            "## Classes that are used by others\n",
            *(_class_page(getattr(plugin, name), linked, "###") for name in classes),
            *(_class_page(cls, linked, "###") for cls in (OutlineSection, WhenEmpty)),
            "### Path\n\n" + "`tuple[str | int, ...]`: keys and indices from the root of a description to a node, as in "
            '`("services", "plan-import", "role")`.\n',
            "## Functions\n",
            _function(plugin.layout_from_file, "###"),
            "## dcsgen.plugin.testing\n",
            inspect.cleandoc(testing.__doc__ or "").replace("\n    @pytest", "\n\n    @pytest") + "\n",
            *(_function(each, "###") for each in (testing.cases, testing.run_case, testing.minimal_description)),
            _class_page(testing.Case, linked, "###"),
        ]
    )


def reached(root: type) -> list[type]:
    """A class and the classes of dcsgen that its fields lead to, in the order in which a reader meets them."""
    found = [root]
    for cls in found:
        module = inspect.getmodule(cls)
        if issubclass(cls, StrEnum):
            continue
        for name in re.findall(r"\b[A-Z]\w+", " ".join(field.type for field in fields_of(cls))):
            other = getattr(module, name, None)
            if isinstance(other, type) and other.__module__.startswith("dcsgen.") and other not in found:
                found.append(other)
    return found


def views() -> str:
    """The reference of what templates and rules see."""
    every = list(dict.fromkeys([*reached(StatementView), *reached(Capability)]))
    linked = {cls.__name__: f"#{cls.__name__.lower()}" for cls in every}
    groups: Iterable[tuple[str, Callable[[type], bool]]] = (
        ("Views", lambda cls: cls.__module__.startswith("dcsgen.render.views")),
        ("Records of the Capability", lambda cls: cls.__module__.startswith("dcsgen.model")),
        ("Words", lambda cls: cls.__module__ == words.__name__),
    )
    pages = [
        page
        for title, belongs in groups
        for page in (f"## {title}\n", *(_class_page(cls, linked, "###") for cls in every if belongs(cls)))
    ]
    return "\n".join(
        [
            _head("Views and records", "the code of the views and of the model"),
            "What templates see, and what rules get. A layout and its parts print [views](#views), beginning with "
            "[`StatementView`](#statementview), which every template knows as `statement`. A rule gets the "
            "[`Capability`](#capability) itself. Fields are added, not renamed or removed, while the major version of "
            "dcsgen stays. [Layouts and templates](layouts-and-templates.md) tells how they are used.\n",
            *pages,
        ]
    )


# --- Pages -----------------------------------------------------------------------------------------------------


def _head(title: str, source: str) -> str:
    return f"<!-- Generated from {source} by scripts/generate_docs.py; changes belong there. -->\n\n# {title}\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    return _one_line(text).replace("|", "\\|")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _docstring(thing: object) -> str:
    return inspect.cleandoc(thing.__doc__ or "")


PAGES: dict[str, Callable[[], str]] = {
    "description.md": description,
    "findings.md": findings,
    "commands.md": commands,
    "hooks.md": hooks,
    "views.md": views,
}


def generated(name: str) -> str:
    """The text of one generated page."""
    return PAGES[name]().rstrip() + "\n"


def main() -> None:
    """Write them all."""
    for name in PAGES:
        (FOLDER / name).write_text(generated(name), encoding="utf-8")


if __name__ == "__main__":
    main()
