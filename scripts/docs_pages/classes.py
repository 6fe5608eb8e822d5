"""Classes and functions as pages show them: from their source, which says what people wrote."""

from __future__ import annotations

import ast
import inspect
import pathlib
import re
import textwrap
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from dcsgen.base.text import listed
from docs_pages.markdown import docstring, one_line, table
from docs_pages.records import child, records


class Field(NamedTuple):
    """A field of a class. `default` is empty if there is none, `text` if nobody says what it means."""

    name: str
    type: str
    default: str
    text: str


def fields_of(cls: type) -> list[Field]:
    """The fields of a class, those of its bases first."""
    found: dict[str, Field] = {}
    for each in reversed(own_bases(cls)):
        body = _source_of(each).body
        for node, after in zip(body, [*body[1:], None], strict=True):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                field = _field(node.target.id, ast.unparse(node.annotation), node.value, after)
                if not field.type.startswith("ClassVar"):
                    found[field.name] = field
    return list(found.values())


def own_bases(cls: type) -> list[type]:
    """The class itself and the classes of dcsgen that it is made from."""
    return [base for base in cls.__mro__ if base.__module__.startswith("dcsgen.")]


def class_page(cls: type, linked: Mapping[object, str], level: str) -> str:
    """Heading, docstring, and fields or words of a class. `linked` are the addresses of classes and aliases."""
    start = f"{level} {cls.__name__}\n\n{docstring(cls)}\n"
    if issubclass(cls, StrEnum):
        return f"{start}\n{listed([f'`{word.value}`' for word in cls], 'or')}.\n"
    fields = fields_of(cls)
    optional = any(field.default for field in fields)
    rows = [
        (
            f"`{field.name}`",
            _typed(field.type, cls, linked),
            f"`{field.default}`" if field.default else "required" if optional else "",
            field.text or _meaning(cls, field.name),
        )
        for field in fields
    ]
    return f"{start}\n{table(('field', 'type', 'default', 'meaning'), rows)}"


def function_page(function: Callable[..., object], level: str) -> str:
    """Heading, signature and docstring of a function."""
    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(node, ast.FunctionDef)
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    code = f"{node.name}({ast.unparse(node.args)}){returns}"
    return f"{level} {node.name}\n\n```text\n{code}\n```\n\n{docstring(function)}\n"


def reached(root: type) -> list[type]:
    """A class and the classes of dcsgen that its fields lead to, in the order in which a reader meets them."""
    found = [root]
    for cls in found:
        module = inspect.getmodule(cls)
        types = " ".join(field.type for field in fields_of(cls))
        for name in re.findall(r"\b[A-Z]\w+", types):
            other = getattr(module, name, None)
            if isinstance(other, type) and other.__module__.startswith("dcsgen.") and other not in found:
                found.append(other)
    return found


def _source_of(cls: type) -> ast.ClassDef:
    node = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(node, ast.ClassDef)
    return node


def _field(name: str, type_: str, value: ast.expr | None, after: ast.stmt | None) -> Field:
    default, text = "" if value is None else ast.unparse(value), ""
    if isinstance(value, ast.Call) and ast.unparse(value.func).endswith("field"):
        given = {word.arg: ast.unparse(word.value) for word in value.keywords}
        made = {"dict": "{}", "tuple": "()"}.get(given.get("default_factory", ""), "")
        default = given.get("default", made)
        text = f"In files it is called `{ast.literal_eval(given['name'])}`." if "name" in given else ""
    if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
        text = f"{one_line(str(after.value.value))} {text}".strip()
    return Field(name, type_, default, text)


def _typed(type_: str, cls: type, linked: Mapping[object, str]) -> str:
    """A type as the source has it, with links. Names are looked up where they stand: there are two named `Path`."""
    module = inspect.getmodule(cls)
    links = []
    for name in dict.fromkeys(re.findall(r"\b[A-Z]\w+", type_)):
        thing = getattr(module, name, None)
        if thing is pathlib.Path:
            type_ = re.sub(rf"\b{name}\b", "pathlib.Path", type_)
        elif thing is not cls and thing in linked:
            links.append(f"[{name}]({linked[thing]})")
    return f"`{type_}`" + (f" ({', '.join(links)})" if links else "")


def _meaning(cls: type, field: str) -> str:
    """What the schema says about a field of the model; empty for what nobody writes."""
    record = records().get(cls.__name__) if cls.__module__.startswith("dcsgen.model") else None
    key = field.rstrip("_")
    if record is None or key not in record.schema.schema["properties"]:
        return ""
    return str(child(record.schema, key).schema["description"])
