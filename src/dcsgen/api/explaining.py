"""Explains codes, slugs and keys; gives the published schemas."""

from __future__ import annotations

import json
from typing import Any

from msgspec import Struct

from dcsgen.api.own_kinds import OWN
from dcsgen.api.requirement_schema import REQUIREMENTS, requirement_schema
from dcsgen.base import schema as schemas
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Kind
from dcsgen.base.json_text import json_text
from dcsgen.base.resources import schema_file
from dcsgen.base.text import closest, did_you_mean, listed, some
from dcsgen.host import Host
from dcsgen.plugin.change_rule import ChangeRule
from dcsgen.plugin.match_rule import MatchRule


class Explanation(Struct, frozen=True):
    """A page for people: a title, and text in CommonMark."""

    title: str
    text: str


def kinds(host: Host) -> dict[str, Kind]:
    """Every kind of finding by its code, dcsgen's own and the plug-ins'."""
    rules = (rule.kind for _, rule in host.lint_rules)
    return {kind.code: kind for kind in (*OWN, *rules)}


def change_kinds(host: Host) -> dict[str, Kind]:
    """Every sort of change by its code, dcsgen's own and the plug-ins'."""
    return {rule.code: rule.kind for _, rule in host.change_rules}


def match_kinds(host: Host) -> dict[str, str]:
    """The slugs of all match rules by their codes, dcsgen's own and the plug-ins'."""
    return {rule.code: rule.slug for _, rule in host.match_rules}


def explain(word: str, host: Host) -> Explanation:
    """The page of a code (`L022`), a slug (`missing-key`) or a key path (`services.role`).

    In a key path a part may be left out where any key may stand: `services.role` is `services.<name>.role`.
    Raises `UsageError` if there is nothing of that name.
    """
    known = {**kinds(host), **change_kinds(host)}
    for _, rule in host.change_rules:
        if word.casefold() in (rule.code.casefold(), rule.slug):
            return _of_change_rule(rule)
    for _, each in host.match_rules:
        if word.casefold() in (each.code.casefold(), each.slug):
            return _of_match_rule(each)
    for kind in known.values():
        if word.casefold() in (kind.code.casefold(), kind.slug):
            return _of_kind(kind)
    place = _at(word.split("."))
    if place is not None:
        page = _of_key(word, place)
        return Explanation(page.title, _doubt(word) + page.text)
    matched = match_kinds(host)
    words = [
        *known,
        *matched,
        *matched.values(),
        *(kind.slug for kind in known.values()),
        *_all_keys(schemas.root("description"), ""),
    ]
    hint = did_you_mean(word, words) or "`dcsgen explain L022` explains a code, `dcsgen explain services.role` a key."
    raise UsageError(f'there is nothing to explain about "{word}": {hint}')


def _of_kind(kind: Kind) -> Explanation:
    clause = f"\n\n**Clause.** {kind.clause}" if kind.clause else ""
    text = f"**What.** {kind.what}\n\n**Why it matters.** {kind.why}\n\n**Instead.** {kind.instead}{clause}\n"
    return Explanation(f"{kind.code} {kind.slug} ({kind.severity})", text)


def _of_change_rule(rule: ChangeRule) -> Explanation:
    paragraphs = [
        f"**What.** {rule.what}",
        f"**Why.** {rule.why}",
        f"**Whom it hurts.** {rule.hurts}",
        f"**Instead.** {rule.instead}",
        *([f"**Clause.** {rule.clause}"] if rule.clause else ()),
    ]
    return Explanation(f"{rule.code} {rule.slug} ({rule.verdict})", "\n\n".join(paragraphs) + "\n")


def _of_match_rule(rule: MatchRule) -> Explanation:
    paragraphs = [
        f"**What.** {rule.what}",
        f"**Why it matters.** {rule.why}",
        f"**Instead.** {rule.instead}",
        *([f"**Clause.** {rule.clause}"] if rule.clause else ()),
    ]
    means = str(rule.means or "network, web and media")
    where = f"{means}: {some(rule.service_classes)}" if rule.service_classes else means
    return Explanation(f"{rule.code} {rule.slug} ({where})", "\n\n".join(paragraphs) + "\n")


def _at(steps: list[str]) -> schemas.Located | None:
    """The schema at a path of keys, passing through the names of records."""
    here = schemas.root("description")
    for step in steps:
        here = _object(here)
        if step not in here.schema.get("properties", {}):
            below = schemas.child(here, "\0")
            if below is None:
                return None
            inside = _object(below)
            if step not in inside.schema.get("properties", {}):
                here = below
                continue
            here = inside
        found = schemas.child(here, step)
        if found is None:
            return None
        here = found
    return here


def _doubt(word: str) -> str:
    """A first line for a path whose end passes for the name of a record, but may be a misspelt key of it."""
    before, _, last = word.rpartition(".")
    above = _at(before.split(".")) if before else None
    record = above and schemas.child(_object(above), "\0")
    if above is None or record is None or last in _object(above).schema.get("properties", {}):
        return ""
    keys = _object(record).schema.get("properties", {})
    hint = "" if last in keys else did_you_mean(word, [f"{before}.{key}" for key in closest(last, keys)])
    return f'"{last}" can be any name here; {hint}\n\n' if hint else ""


def _object(here: schemas.Located) -> schemas.Located:
    """What an array's items or an `anyOf` with a mapping among its forms say about keys."""
    here = schemas.follow(here)
    if isinstance(here.schema.get("items"), dict):
        here = schemas.child(here, 0) or here
    return schemas.fitting(here, {})


def _of_key(word: str, place: schemas.Located) -> Explanation:
    schema = place.schema
    lines = [str(schema.get("description", ""))]
    if clause := schema.get("x-ps3"):
        lines.append(f"**Clause.** {clause}")
    if takes := _takes(schema):
        lines.append(f"**Takes.** {takes}")
    inside = _object(place)
    if properties := inside.schema.get("properties"):
        required = inside.schema.get("required", ())
        rows = (
            f"- `{key}`{' (required)' if key in required else ''}: {_sentence(schemas.Located(value, inside.file))}"
            for key, value in properties.items()
        )
        lines.append("**Keys.**\n\n" + "\n".join(rows))
    else:
        below = schemas.child(inside, "\0")
        if below is not None and "properties" in (record := _object(below)).schema:
            keys = ", ".join(f"`{key}`" for key in record.schema["properties"])
            lines.append(f"**Keys of each record.** {keys}")
    for example in schema.get("examples", ()):
        shown = json.dumps(example, ensure_ascii=False) if not isinstance(example, str) else example
        lines.append(f"**Example.** `{word.rpartition('.')[2]}: {shown}`")
    return Explanation(word, "\n\n".join(lines) + "\n")


def _sentence(place: schemas.Located) -> str:
    return str(schemas.follow(place).schema.get("description", "")).partition(". ")[0].rstrip(".")


def _takes(schema: schemas.Schema) -> str:
    forms = [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else [])]
    if forms:
        return listed([f"`{form}`" for form in forms], "or")
    if reference := schema.get("x-ref"):
        return f"a key of `{reference}`"
    if "x-text" in schema:
        return (
            f"{'CommonMark' if schema.get('x-prose') else 'text'}, or a mapping of languages to it: `{{en: …, de: …}}`"
        )
    kinds: dict[str, str] = {
        "object": "a mapping",
        "array": "a list",
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "`true` or `false`",
        "null": "`null`",
    }
    types: Any = schema.get("type", ())
    branches = (_takes(branch) for branch in schema.get("anyOf", ()))
    names = [kinds[types]] if isinstance(types, str) else [kinds[name] for name in types]
    return listed([*names, *(branch for branch in branches if branch)], "or")


def _all_keys(here: schemas.Located, path: str, depth: int = 0) -> list[str]:
    inside = _object(here)
    found = []
    for key in inside.schema.get("properties", {}):
        name = f"{path}.{key}" if path else key
        found.append(name)
        below = schemas.child(inside, key)
        if below is not None and depth < 4:
            record = schemas.child(_object(below), "\0")
            found += _all_keys(record if record is not None else below, name, depth + 1)
    return found


def schema_names(host: Host) -> tuple[str, ...]:
    """The names of the published schemas, and of plug-ins' fragments as `extensions.<name>`."""
    return (*schemas.names(), *(f"extensions.{fragment.name}" for _, fragment in host.schema_fragments))


def schema(name: str, host: Host) -> bytes:
    """A schema as it is published; raises `UsageError` if there is none of that name."""
    if name == REQUIREMENTS and any(provider for provider, _ in host.requirement_kinds):
        # With the kinds that are here, not only those that are published.
        return json_text(requirement_schema([kind for _, kind in host.requirement_kinds])).encode()
    if name in schemas.names():
        return schema_file(name).read_bytes()
    fragments = {f"extensions.{fragment.name}": fragment.file for _, fragment in host.schema_fragments}
    if name in fragments:
        return fragments[name].read_bytes()
    hint = did_you_mean(name, schema_names(host)) or f"there are {', '.join(schema_names(host))}"
    raise UsageError(f'there is no schema "{name}": {hint}')
