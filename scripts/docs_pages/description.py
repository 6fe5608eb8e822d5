"""docs/description.md: every key of a description."""

from __future__ import annotations

from typing import Any

import yaml

from dcsgen.base import schema as schemas
from dcsgen.base.text import listed
from docs_pages.markdown import head, table
from docs_pages.records import Keys, Record, anchor, child, dotted, example, key_word, leads_to, records

DICOM_WORDS = {
    "sop-class": ("a SOP Class", "SOP Classes"),
    "transfer-syntax": ("a Transfer Syntax", "Transfer Syntaxes"),
    "element": ("an Attribute", "Attributes"),
    "ae-title": ("an AE Title", "AE Titles"),
    "application-profile": ("an Application Profile", "Application Profiles"),
    "web-service": ("a web service", "web services"),
    "security-profile": ("a profile of PS3.15", "profiles of PS3.15"),
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

INTRODUCTION = """\
Every key that a description may have, in the order of the schema. A name in angle brackets, as in `services.<name>`,
is one that you choose. *Prose* is CommonMark without HTML; it may be
[in several languages](layouts-and-templates.md#languages). A SOP Class, a Transfer Syntax or an Attribute is written
by keyword, name, UID or Tag. The examples show each key once; a real record has only those that it needs.

`dcsgen explain services.role` shows the same text, and so does your editor once it knows
[the schema](tutorial.md#completion-in-the-editor). The clause says where the meaning comes from: `PS3.2 A…` is Annex A
of the editions from 2003 to 2022, `PS3.2 N…` is Annex N of the editions since 2023.
"""


def page() -> str:
    """The text of the page."""
    sections = [_section(record) for record in records().values()]
    return "\n".join([head("Keys of a description", "the schemas"), INTRODUCTION, *sections])


def _section(record: Record) -> str:
    path, schema = record.paths[0], record.schema.schema
    clause = f" ({schema['x-ps3']})" if "x-ps3" in schema else ""
    elsewhere = listed([f"`{dotted(other)}`" for other in record.paths[1:]], "and")
    also = f" Records of this form also stand at {elsewhere}." if elsewhere else ""
    # A heading of one key is an anchor of that name by itself.
    anchors = "".join(f'<a id="{anchor(one)}"></a>' for one in record.paths if len(one) > 1)
    title = f"{anchors}\n\n## `{dotted(path)}`".lstrip() if path else "## The whole"
    rows = [_row(record, key) for key in schema["properties"]]
    return "\n".join(
        [
            f"{title}\n",
            f"{schema['description'].removesuffix('.')}{clause}.{also}\n",
            table(("key", "meaning", "takes", "clause"), rows),
            f"```yaml\n{as_yaml(example(record))}```\n",
        ]
    )


def _row(record: Record, key: str) -> tuple[str, str, str, str]:
    path = (*record.paths[0], key)
    here = child(record.schema, key)
    mark = "" if leads_to(path) else f'<a id="{anchor(path)}"></a>'
    required = "<br>**required**" if key in record.schema.schema.get("required", ()) else ""
    schema = here.schema
    return f"{mark}`{key}`{required}", schema["description"], takes(here, path), schema.get("x-ps3", "")


def takes(here: schemas.Located, path: Keys = ()) -> str:
    """What a key may hold, in words; `path` is where it stands, empty for a part of a value."""
    schema = here.schema
    target = leads_to(path)
    if target == path and target:
        return f"a mapping: [its keys](#{anchor(path)})"
    if target:
        return _records_of(here, target)
    if "const" in schema or "enum" in schema:
        return listed([f"`{word}`" for word in schema.get("enum", [schema.get("const")])], "or")
    if "x-ref" in schema:
        return f"a key of [`{schema['x-ref']}`](#{schema['x-ref']})"
    if "x-dicom" in schema:
        return DICOM_WORDS[schema["x-dicom"]][0]
    if "x-text" in schema:
        return "prose" if schema.get("x-prose") else "text in one language or several"
    if "anyOf" in schema:
        beside = {key: value for key, value in schema.items() if key != "anyOf"}
        branches = (schemas.follow(schemas.Located({**beside, **branch}, here.file)) for branch in schema["anyOf"])
        return listed([takes(branch) for branch in branches if "properties" not in branch.schema], "or")
    if schema["type"] == "object":
        below = schemas.child(here, "\0")
        return f"a mapping of {key_word(path)}s to {takes(below) if below else 'anything'}"
    if schema["type"] == "array":
        return _list(here)
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return listed([TYPE_WORDS[word] for word in types], "or") + _bounds(schema)


def _records_of(here: schemas.Located, target: Keys) -> str:
    """A collection of records, and the short form that a record may have."""
    what = "a list of records" if target[-1] == "[]" else f"records by {target[-1].strip('<>')}"
    inside = child(here, 0 if target[-1] == "[]" else "\0")
    short = f"; a record may be just {takes(inside)}" if "anyOf" in inside.schema else ""
    none = "; or `none`" if "anyOf" in here.schema else ""
    return f"{what}: [their keys](#{anchor(target)}){short}{none}"


def _list(here: schemas.Located) -> str:
    if "prefixItems" in here.schema:
        count = len(here.schema["prefixItems"])
        each = dict.fromkeys(takes(child(here, index)) for index in range(count))
        return f"a list of {count}, each {' and '.join(each)}"
    item = child(here, 0)
    if "x-dicom" in item.schema:
        return f"a list of {DICOM_WORDS[item.schema['x-dicom']][1]}"
    inside = takes(item)
    return "a list of keys" + inside.removeprefix("a key") if "x-ref" in item.schema else f"a list of {inside}"


def _bounds(schema: schemas.Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if high is not None:
        return f" from {low} to {high}"
    if low is not None:
        return f" from {low} on"
    return f", at most {schema['maxLength']} characters" if "maxLength" in schema else ""


class _Dumper(yaml.SafeDumper):
    """Mappings in lines, lists of plain values in brackets."""

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> Any:
        plain = not any(isinstance(item, dict) for item in sequence)
        return super().represent_sequence(tag, sequence, flow_style=plain)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        # Without this, items of a list stand under their key without indentation.
        return super().increase_indent(flow, False)


def as_yaml(value: object) -> str:
    """Plain data as people write it; PyYAML quotes all that a description would not read as text, and a bit more."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100, default_flow_style=False)
