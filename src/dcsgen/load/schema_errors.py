"""Turns the errors of a JSON Schema validator into problems with sentences for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from dcsgen.base.finding import Kind, Path, Problem, dotted
from dcsgen.base.repair import Repair
from dcsgen.base.schema import NONE
from dcsgen.base.text import did_you_mean, listed, quoted, scalar
from dcsgen.load import repairs
from dcsgen.load import schema_kinds as kinds
from dcsgen.load.scalars import plain

if TYPE_CHECKING:
    from jsonschema import ValidationError

TYPE_NAMES = {
    "object": ("a mapping",),
    "array": ("a list",),
    "string": ("text",),
    "integer": ("a whole number",),
    "number": ("a number",),
    "boolean": ("true", "false"),
    "null": ("null",),
}


DATES = ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "^([0-9]{4}-[0-9]{2}-[0-9]{2}|not stated)$")
"""The forms of dates in the schemas, with and without a word for none."""

FORMS = {
    r"^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))+$": "numbers joined by dots, none with a zero before it",
    r"^[ -\[\]-~]*[!-\[\]-~][ -\[\]-~]*$": "letters A to Z, digits, signs and spaces, not spaces alone, no backslash",
}
"""What the forms of UIDs (PS3.5 9.1) and AE Titles (PS3.5 6.2) in the schemas say, for people."""


class Violation(NamedTuple):
    """An error of the validator: the keyword that was violated, its value in the schema, and by what.

    `steps` is the way to the keyword in the schema, `inner` are the errors of the branches of an `anyOf`.
    """

    keyword: str
    value: Any
    instance: Any
    schema: dict[str, Any]
    path: Path
    steps: tuple[str | int, ...]
    inner: tuple[Violation, ...]
    message: str
    whole: str


def problems_of(errors: Iterable[ValidationError], below: Path, whole: str) -> Iterator[Problem]:
    """One problem for each error; `below` is put in front of its path, `whole` is what all of it is called."""
    for error in errors:
        yield from _problems(_violation(error, below, whole))


def _violation(error: ValidationError, below: Path, whole: str) -> Violation:
    return Violation(
        keyword=str(error.validator),
        value=error.validator_value,
        instance=error.instance,
        schema=dict(error.schema) if isinstance(error.schema, Mapping) else {},
        path=(*below, *error.absolute_path),
        steps=tuple(error.relative_schema_path),
        inner=tuple(_violation(inner, below, whole) for inner in error.context or ()),
        message=str(error.message),
        whole=whole,
    )


def _problems(error: Violation) -> Iterator[Problem]:
    path, keyword = error.path, error.keyword
    if keyword == "anyOf":
        yield from _best_branch(error)
    elif keyword == "additionalProperties":
        yield from _unknown_keys(error, path)
    elif keyword == "required":
        yield from _missing_keys(error, path)
    elif "propertyNames" in error.steps:
        yield _wrong_key(error, path)
    else:
        say, kind = _SENTENCES.get(keyword, (_anything_else, kinds.WRONG_FORM))
        message, hint = say(error)
        yield kind.at(path, message, hint=hint or _example(error), repair=_repair(error))


def _best_branch(error: Violation) -> Iterator[Problem]:
    """Of several forms that a value may have, speak about the one that it was meant to have: the right type."""
    if error.schema.get("x-text") and not isinstance(error.instance, dict):
        yield from (problem for inner in error.inner if "string" in inner.value for problem in _problems(inner))
        return
    branches: dict[tuple[str | int, ...], list[Violation]] = {}
    for inner in error.inner:
        branches.setdefault(inner.steps[:1], []).append(inner)
    for inner_errors in branches.values():
        if not any(
            inner.keyword in ("type", "enum", "const", "None") and inner.path == error.path for inner in inner_errors
        ):
            for inner in inner_errors:
                yield from _problems(inner)
            return
    allowed = [word for inner in error.inner for word in _words(inner)]
    forms = [quoted(word) for word in allowed] + [name for inner in error.inner for name in _types(inner)]
    meant = did_you_mean(error.instance, [str(word) for word in allowed]) if isinstance(error.instance, str) else ""
    message = f"{quoted(error.instance)} is not {listed(forms, 'or')}"
    kind = kinds.NOT_ALLOWED if allowed else kinds.WRONG_TYPE
    repair = repairs.same_word(error.path, error.instance, allowed)
    yield kind.at(error.path, message, hint=meant or _example(error), repair=repair)


def _words(error: Violation) -> list[Any]:
    """The values that a violated list of words or constant allows."""
    return list(error.value) if error.keyword == "enum" else [error.value] if error.keyword == "const" else []


def _types(error: Violation) -> list[str]:
    """The names of the types that a violated `type` allows."""
    wanted = [] if error.keyword != "type" else [error.value] if isinstance(error.value, str) else error.value
    return [word for name in wanted for word in TYPE_NAMES[name]]


def _unknown_keys(error: Violation, path: Path) -> Iterator[Problem]:
    known = list(error.schema.get("properties", {}))
    patterns = list(error.schema.get("patternProperties", {}))
    where = f"in {_end(path)}" if path else "here"
    for key in error.instance:
        if key not in known and not any(re.search(pattern, key) for pattern in patterns):
            hint = did_you_mean(key, known) or f"keys {where}: {', '.join(known)}"
            message = f"the key {quoted(key)} is not known {where}"
            yield Problem(
                kind=kinds.UNKNOWN_KEY,
                path=(*path, key),
                message=message,
                hint=hint,
                on_key=True,
                repair=repairs.same_key((*path, key), known, error.instance),
            )


def _missing_keys(error: Violation, path: Path) -> Iterator[Problem]:
    # jsonschema gives one error for each missing key and names it only in its message.
    key = next(key for key in error.value if error.message.startswith(repr(key)))
    described = error.schema.get("properties", {}).get(key, {})
    examples = described.get("examples")
    example = (
        f", for example `{key}: {_written(examples[0])}`" if examples and not isinstance(examples[0], dict) else ""
    )
    meaning = described.get("description", "")
    whose = quoted(_end(path)) if path else error.whole
    yield Problem(
        kind=kinds.MISSING_KEY,
        path=path,
        message=f"{whose} has no {quoted(key)}",
        hint=f"{meaning.rstrip('.')}{example}" if meaning else "",
        on_key=True,
        subject=key,
    )


def _wrong_key(error: Violation, path: Path) -> Problem:
    key, hint = error.instance, ""
    why = "it does not have the right form"
    if error.keyword == "maxLength":
        why = f"it has {len(key)} characters, {error.value} are the most"
    elif error.keyword == "pattern":
        hint = error.schema.get("description") or f"the form is {error.value}"
    message = f"{quoted(key)} cannot be a key of {_end(path) if path else error.whole}: {why}"
    repair = repairs.status_key((*path, key)) if path[-1:] == ("statuses",) else None
    return Problem(kind=kinds.WRONG_FORM, path=(*path, key), message=message, hint=hint, on_key=True, repair=repair)


def _repair(error: Violation) -> Repair | None:
    """What surely was meant; None if that is not sure."""
    if _must_be_quoted(error):
        return repairs.as_text(error.path, error.instance)
    if error.keyword == "enum":
        return repairs.same_word(error.path, error.instance, error.value)
    if error.keyword == "pattern" and error.value in DATES:
        return repairs.whole_date(error.path, error.instance)
    return None


def _must_be_quoted(error: Violation) -> bool:
    """Whether text is wanted, and what stands there is something else for lack of quotation marks."""
    return error.keyword == "type" and "string" in error.value and isinstance(error.instance, bool | int | float)


def _end(path: Path) -> str:
    """The last key of a path, with the index behind it: `steps[1]`."""
    keys = [index for index, step in enumerate(path) if isinstance(step, str)]
    return dotted(path[keys[-1] :] if keys else path)


def _wrong_type(error: Violation) -> tuple[str, str]:
    hint = f'put it in quotes: "{scalar(error.instance)}"' if _must_be_quoted(error) else ""
    if error.instance == NONE:
        hint = _instead_of_none(error.schema)
    return f"{quoted(error.instance)} is not {listed(_types(error), 'or')}", hint


def _instead_of_none(schema: Mapping[str, Any]) -> str:
    """How to say that there is nothing where `none` is not taken: not at all, or by the keys below that take it."""
    below = [f"`{key}: {NONE}`" for key, one in schema.get("properties", {}).items() if _takes_none(one)]
    return " or ".join(["leave the key out", *(f"write {each} inside" for each in below)])


def _takes_none(schema: Mapping[str, Any]) -> bool:
    return {"const": NONE} in schema.get("anyOf", ())


def _not_in_list(error: Violation) -> tuple[str, str]:
    allowed = [str(word) for word in error.value]
    hint = did_you_mean(str(error.instance), allowed)
    return f"{quoted(error.instance)} is not {listed([quoted(word) for word in allowed], 'or')}", hint


def _not_the_constant(error: Violation) -> tuple[str, str]:
    return f"this must be {quoted(error.value)}, not {quoted(error.instance)}", ""


def _wrong_pattern(error: Violation) -> tuple[str, str]:
    form = FORMS.get(error.value, "")
    hint = "; ".join(filter(None, (form, _example(error)))) if form else ""
    return f"{quoted(error.instance)} does not have the right form", hint


def _too_small(error: Violation) -> tuple[str, str]:
    return f"{quoted(error.instance)} is less than {error.value}", ""


def _too_large(error: Violation) -> tuple[str, str]:
    return f"{quoted(error.instance)} is more than {error.value}", ""


def _too_long(error: Violation) -> tuple[str, str]:
    return f"{quoted(error.instance)} has {len(error.instance)} characters, {error.value} are the most", ""


def _empty_text(error: Violation) -> tuple[str, str]:
    return "the text is empty", ""


def _too_few(error: Violation) -> tuple[str, str]:
    what = "list" if isinstance(error.instance, list) else "mapping"
    if not error.instance:
        return f"the {what} is empty", ""
    return f"the {what} has {len(error.instance)} of the {error.value} items that it needs", ""


def _too_many(error: Violation) -> tuple[str, str]:
    return "there are more items than the key takes", ""


def _repeated(error: Violation) -> tuple[str, str]:
    twice = next((item for index, item in enumerate(error.instance) if item in error.instance[:index]), "an item")
    return f"{quoted(twice)} stands in the list more than once", ""


def _none_inside(error: Violation) -> tuple[str, str]:
    return f"{quoted(error.instance)} stands for the whole list, not for an item", f"write `{NONE}` without brackets"


def _anything_else(error: Violation) -> tuple[str, str]:
    return error.message[:300], ""


_SENTENCES: dict[str, tuple[Callable[[Violation], tuple[str, str]], Kind]] = {
    "type": (_wrong_type, kinds.WRONG_TYPE),
    "enum": (_not_in_list, kinds.NOT_ALLOWED),
    "const": (_not_the_constant, kinds.NOT_ALLOWED),
    "pattern": (_wrong_pattern, kinds.WRONG_FORM),
    "minimum": (_too_small, kinds.OUT_OF_BOUNDS),
    "maximum": (_too_large, kinds.OUT_OF_BOUNDS),
    "maxLength": (_too_long, kinds.OUT_OF_BOUNDS),
    "minLength": (_empty_text, kinds.OUT_OF_BOUNDS),
    "minItems": (_too_few, kinds.OUT_OF_BOUNDS),
    "minProperties": (_too_few, kinds.OUT_OF_BOUNDS),
    "items": (_too_many, kinds.OUT_OF_BOUNDS),
    "uniqueItems": (_repeated, kinds.OUT_OF_BOUNDS),
    "not": (_none_inside, kinds.NOT_ALLOWED),
}


def _example(error: Violation) -> str:
    """The first example of the key; before it, where nothing is given and `none` is taken, that word."""
    example = example_of(error.schema)
    if error.instance or not _takes_none(error.schema):
        return example
    return "; ".join(filter(None, (f"write `{NONE}` if there is nothing of it", example)))


def example_of(schema: Mapping[str, Any]) -> str:
    """The first example of a schema as a hint; empty if it has none."""
    examples = schema.get("examples")
    return f"for example {_shown(examples[0])}" if examples else ""


def _written(value: Any) -> str:
    """An example as it is written behind a key: text that YAML takes for a number in quotes."""
    return f'"{value}"' if isinstance(value, str) and not isinstance(plain(value), str) else _shown(value)


def _shown(value: Any) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
