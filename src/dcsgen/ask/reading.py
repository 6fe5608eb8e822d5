"""From what people write into a sheet to what a description holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from dcsgen.ask.places import located, says_none
from dcsgen.base import schema as schemas
from dcsgen.base.place import Path
from dcsgen.base.text import quoted, scalar

OPEN = ("", "?", "-", "–", "—", "…", "unknown", "not known", "not stated", "tbd", "to be clarified", "open")
"""What says that a question is not answered."""

NO_WORDS = ("none", "no", "nothing", "not supported", "unsupported", "not available")
YES_WORDS = ("yes", "true", "supported", "x")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SPACES = re.compile("[\\s\u00a0\u2009\u202f]+")
_RANGE = re.compile(r"\[?\s*(-?[0-9.]*)\s*(?:to|–|—|\.\.+|,|-)\s*(-?[0-9.]*)\s*\]?")
_BULLET = re.compile(r"^(?:[-*•·]|[0-9]+[.)])\s+")

Yaml = Callable[[str], Any]
"""The plain data that a text in YAML holds; raises ValueError if it is none."""


class UnfitError(ValueError):
    """An answer that a description cannot hold at its key; says why. `prose` if it may be of use all the same."""

    def __init__(self, message: str, *, prose: bool = False) -> None:
        super().__init__(message)
        self.prose = prose


def is_open(text: str) -> bool:
    """Whether a question is not answered."""
    return _folded(text) in OPEN


def read_answer(text: str, path: Path, yaml: Yaml) -> Any:
    """What a description holds at a path for an answer; raises `UnfitError`.

    Whether names mean something is not asked here.
    """
    here = located(path)
    if here is None:
        raise UnfitError("no key of a description holds this", prose=True)
    if says_none(here.schema) and _folded(text) in NO_WORDS:
        return schemas.NONE
    return _read(text.strip(), here, yaml)


def _read(text: str, here: schemas.Located, yaml: Yaml) -> Any:
    here = schemas.follow(here)
    schema = here.schema
    branches = [one for one in schema.get("anyOf", ()) if one.get("const") != schemas.NONE]
    if branches and "x-text" not in schema:
        return _first_fitting(
            text, [schemas.Located({**schema, "anyOf": (), **one}, here.file) for one in branches], yaml
        )
    if "const" in schema:
        if _folded(text) != _folded(scalar(schema["const"])):
            raise UnfitError(f"{quoted(text)} is not {quoted(schema['const'])}")
        return schema["const"]
    if "enum" in schema:
        return _word(text, schema["enum"])
    if "x-text" in schema or "x-ref" in schema:
        return text
    if schema.get("prefixItems"):
        return _range(text)
    if "items" in schema:
        return _several(text, here, yaml)
    if schema.get("type") == "object" or "additionalProperties" in schema:
        return _mapping(text, yaml)
    return _single(text, schema)


def _first_fitting(text: str, branches: list[schemas.Located], yaml: Yaml) -> Any:
    """What the first of several forms makes of a text: words before numbers, numbers before lists."""
    problems = []
    for branch in sorted(branches, key=lambda one: "items" in schemas.follow(one).schema):
        try:
            return _read(text, branch, yaml)
        except UnfitError as problem:
            problems.append(problem)
    raise next((one for one in problems if one.prose), problems[0])


def _single(text: str, schema: Mapping[str, Any]) -> Any:
    kind = schema.get("type")
    if kind == "boolean":
        if _folded(text) in YES_WORDS:
            return True
        if _folded(text) in (*NO_WORDS, "false"):
            return False
        raise UnfitError(f"{quoted(text)} is neither yes nor no", prose=True)
    if kind in ("integer", "number"):
        digits = _SPACES.sub("", text)
        if not _NUMBER.fullmatch(digits) or (kind == "integer" and "." in digits):
            raise UnfitError(f"{quoted(text)} is no {'whole ' if kind == 'integer' else ''}number")
        return float(digits) if "." in digits else int(digits)
    return text


def _word(text: str, words: tuple[Any, ...] | list[Any]) -> Any:
    for word in words:
        if _folded(text) == _folded(scalar(word)):
            return word
    known = ", ".join(scalar(word).replace("_", " ") for word in words)
    raise UnfitError(f"{quoted(text)} is none of the words that can be chosen: {known}")


def _range(text: str) -> list[Any]:
    found = _RANGE.fullmatch(text)
    if found is None:
        raise UnfitError(f'{quoted(text)} is no range such as "5 to 60"')
    return [_single(one, {"type": "number"}) if one else None for one in found.groups()]


def _several(text: str, here: schemas.Located, yaml: Yaml) -> list[Any]:
    item = schemas.child(here, 0)
    if text.startswith("[") or (item is not None and schemas.fitting(item, {}).schema.get("type") == "object"):
        made = _yaml(text, yaml)
        if not isinstance(made, list):
            raise UnfitError("this needs a list in YAML, as in the example", prose=True)
        return made
    parts = text.splitlines() if "\n" in text else re.split(";|,", text)
    lines = [part for one in parts for part in (re.split(";", one) if "\n" in text else [one])]
    words = [_BULLET.sub("", line.strip()) for line in lines if line.strip()]
    return [word if item is None else _read(word, item, yaml) for word in words]


def _mapping(text: str, yaml: Yaml) -> Any:
    made = _yaml(text, yaml) if ":" in text else None
    if not isinstance(made, dict):
        raise UnfitError("this needs a list in YAML, as in the example", prose=True)
    return made


def _yaml(text: str, yaml: Yaml) -> Any:
    try:
        return yaml(text)
    except ValueError as problem:
        raise UnfitError(f"this is no YAML: {problem}", prose=True) from None


def _folded(text: str) -> str:
    words = re.split(r"[\s_-]+", text.strip().casefold().rstrip("."))
    return " ".join(filter(None, words)) or text.strip()
