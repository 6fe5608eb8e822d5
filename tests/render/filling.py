"""Descriptions with every key of a schema, each text unlike all others, for tests that look for them in a document."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from dcsgen import api
from dcsgen.base import schema as schemas
from dcsgen.base.standard import code_lists
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin import Section
from dcsgen.render.statement import render


def filled(here: schemas.Located, path: str, said: list[str], names: Mapping[str, Any]) -> Any:
    """A value with every key of a schema; `said` gets a word for each prose, `names` has the keys that take none."""
    schema = schemas.follow(here).schema
    key = path.rpartition(".")[2]
    if key in names:
        return names[key]
    if schema.get("x-text") or (schema.get("type") == "string" and not {"x-ref", "x-dicom", "pattern"} & set(schema)):
        said.append(f"word{len(said)}")
        return said[-1]
    if "properties" in schema:
        located = schemas.follow(here)
        return {
            k: filled(inner, f"{path}.{k}", said, names)
            for k in schema["properties"]
            if (inner := schemas.child(located, k))
        }
    example = schema.get("examples", [None])[0]
    if isinstance(example, dict):
        below = schemas.child(schemas.follow(here), "\0")
        assert below is not None
        return {k: filled(below, f"{path}.{k}", said, names) for k in example}
    return example


NAMES_OF_LAYOUTS = ("tr62266", "ps3.2-annex-a", "ps3.2-annex-n")
"""The layouts that print all that a description says."""


def page_of(description: Mapping[str, Any], name: str = "tr62266") -> str:
    """The text of all sections of a description in a layout."""
    (layout,) = (layout for layout in LAYOUTS if layout.name == name)
    rendered = render(api.capability_of(dict(description)), layout).statement
    text = " ".join(f"{section.title} {section.html}" for one in rendered.sections for section in below(one))
    # A chance to break a line is no space.
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", text.replace("<wbr>", ""))).split())


def below(section: Section) -> Iterator[Section]:
    """A section and all inside it."""
    yield section
    for child in section.children:
        yield from below(child)


def leaves(node: Any) -> Iterator[str]:
    """Every text and number of plain data."""
    if isinstance(node, dict):
        for value in node.values():
            yield from leaves(value)
    elif isinstance(node, list):
        for value in node:
            yield from leaves(value)
    elif isinstance(node, str | int) and not isinstance(node, bool):
        yield str(node)


def unsaid(page: str, said: list[str]) -> list[str]:
    """The words of texts that are not in a page."""
    return [word for word in said if not re.search(rf"\b{word}\b", page)]


def unprinted(page: str, values: Iterable[str], phrases: Mapping[str, str], layout: str) -> list[str]:
    """The values that are not in a page: neither their phrases nor the codes of the layout."""

    def ways(value: str) -> Iterator[str]:
        yield re.escape(phrases.get(value, value))
        for name in code_lists.lists():
            with suppress(KeyError):
                yield rf"(?<!\S){re.escape(code_lists.code(name, value, layout))}(?![^\s,.])"

    return [value for value in values if not any(re.search(way, page) for way in ways(value))]
