"""docs/requirement-kinds.md: what a requirement can ask for, with the keys of each kind."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.text import listed
from dcsgen.builtin import collected
from dcsgen.plugin import RequirementKind
from docs_pages.description import as_yaml
from docs_pages.markdown import head, table

INTRODUCTION = """\
What the requirements of a profile can ask for; [requirements and tenders](assess.md) tells what for, and what the
answers mean. Names of the standard are written by keyword, name or UID. `dcsgen schema requirements` has the same for
editors.
"""

DICOM_WORDS = {
    "sop-class": "SOP Class",
    "transfer-syntax": "Transfer Syntax",
    "application-profile": "Application Profile",
    "security-profile": "profile of PS3.15",
}
"""What texts with `x-dicom` name."""


def page() -> str:
    """The text of the page."""
    kinds: list[RequirementKind] = collected("requirement", "KIND")
    contents = table(("key", "asks for"), [(f"[`{kind.name}`](#{kind.name})", kind.title) for kind in kinds])
    title = head("Kinds of requirements", "the kinds in the code")
    return "\n".join([title, INTRODUCTION, contents, *map(_section, kinds)])


def _section(kind: RequirementKind) -> str:
    example = as_yaml({kind.name: kind.example})
    rows = list(_rows(kind.schema, ""))
    # A heading of the same word is an anchor already.
    anchor = "" if kind.title.lower() == kind.name else f'<a id="{kind.name}"></a>\n\n'
    return (
        f"{anchor}## {kind.title}\n\n{kind.what}\n\n```yaml\n{example}```\n\n"
        f"{table(('key', 'meaning', 'takes', 'example', 'clause'), rows)}"
    )


def _rows(schema: Mapping[str, Any], above: str) -> Iterator[tuple[str, str, str, str, str]]:
    """The keys of a mapping, each followed by those below it."""
    for key, inner in schema.get("properties", {}).items():
        required = "<br>**required**" if key in schema.get("required", ()) else ""
        examples = inner.get("examples", ())
        shown = f"`{_shown(examples[0])}`" if examples else ""
        yield f"`{above}{key}`{required}", inner.get("description", ""), _takes(inner), shown, inner.get("x-ps3", "")
        yield from _rows(inner, f"{above}{key}.")
        each = inner.get("additionalProperties")
        if isinstance(each, Mapping):
            yield from _rows(each, f"{above}{key}.<name>.")


def _shown(example: Any) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)


def _takes(schema: Mapping[str, Any]) -> str:
    if "const" in schema or "enum" in schema:
        words = schema.get("enum", [schema.get("const")])
        return listed([f"`{json.dumps(word) if not isinstance(word, str) else word}`" for word in words], "or")
    if schema.get("type") == "array":
        item = _takes(schema["items"])
        return f"a list of: {item}"
    if schema.get("type") == "object":
        each = schema.get("additionalProperties")
        what = f" to {_takes(each)}" if isinstance(each, Mapping) else ""
        return f"a mapping{what}"
    if "x-dicom" in schema:
        return DICOM_WORDS[schema["x-dicom"]]
    if "x-attribute" in schema:
        return "dotted path of keywords"
    return {"string": "text", "integer": "a whole number", "number": "a number"}[schema["type"]]
