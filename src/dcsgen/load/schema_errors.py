"""Turns the errors of a JSON Schema validator into problems with sentences for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dcsgen.base.finding import Kind, Path, Problem
from dcsgen.base.text import did_you_mean, listed, quoted
from dcsgen.load import schema_kinds as kinds

if TYPE_CHECKING:
    from jsonschema import ValidationError

TYPE_NAMES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


def problems_of(errors: Iterable[ValidationError], below: Path) -> Iterator[Problem]:
    """One problem for each error; `below` is put in front of its path."""
    for error in errors:
        yield from _problems(error, below)


def _problems(error: ValidationError, below: Path) -> Iterator[Problem]:
    path = (*below, *error.absolute_path)
    keyword = str(error.validator)
    if keyword == "anyOf":
        yield from _best_branch(error, below)
    elif keyword == "additionalProperties":
        yield from _unknown_keys(error, path)
    elif keyword == "required":
        yield from _missing_keys(error, path)
    elif "propertyNames" in error.absolute_schema_path:
        yield _wrong_key(error, path)
    else:
        say, kind = _SENTENCES.get(keyword, (_anything_else, kinds.WRONG_FORM))
        message, hint = say(error)
        yield kind.at(path, message, hint=hint or _example(error))


def _best_branch(error: ValidationError, below: Path) -> Iterator[Problem]:
    """Of several forms that a value may have, speak about the one that it was meant to have: the right type."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    for inner_errors in branches.values():
        if not any(inner.validator in ("type", "enum", "const") and not inner.relative_path for inner in inner_errors):
            yield from problems_of(inner_errors, below)
            return
    allowed = [
        word
        for branch in error.validator_value
        for word in branch.get("enum", [branch["const"]] if "const" in branch else [])
    ]
    types = [TYPE_NAMES[branch["type"]] for branch in error.validator_value if isinstance(branch.get("type"), str)]
    forms = [quoted(word) for word in allowed] + [kind for kind in types if not (allowed and kind == "text")]
    meant = did_you_mean(error.instance, [str(word) for word in allowed]) if isinstance(error.instance, str) else ""
    path = (*below, *error.absolute_path)
    message = f"{quoted(error.instance)} is not {listed(forms, 'or')}"
    yield kinds.NOT_ALLOWED.at(path, message, hint=meant or _example(error))


def _unknown_keys(error: ValidationError, path: Path) -> Iterator[Problem]:
    known = [key for key in error.schema["properties"] if not key.startswith("$")]
    for key in error.instance:
        if key not in known:
            where = "here" if not path else f"in {path[-1]}"
            hint = did_you_mean(key, known) or f"keys {where}: {', '.join(known)}"
            message = f"the key {quoted(key)} is not known {where}"
            yield Problem(kind=kinds.UNKNOWN_KEY, path=(*path, key), message=message, hint=hint, on_key=True)


def _missing_keys(error: ValidationError, path: Path) -> Iterator[Problem]:
    # jsonschema gives one error for each missing key and names it only in its message.
    key = next(key for key in error.validator_value if error.message.startswith(repr(key)))
    described = error.schema.get("properties", {}).get(key, {})
    examples = described.get("examples")
    example = f", for example `{key}: {_shown(examples[0])}`" if examples and not isinstance(examples[0], dict) else ""
    meaning = described.get("description", "")
    whose = quoted(path[-1]) if path else "the description"
    yield Problem(
        kind=kinds.MISSING_KEY,
        path=path,
        message=f"{whose} has no {quoted(key)}",
        hint=f"{meaning.rstrip('.')}{example}" if meaning else "",
        on_key=True,
    )


def _wrong_key(error: ValidationError, path: Path) -> Problem:
    key = error.instance
    rule = (
        f"a key of at most {error.validator_value} characters"
        if error.validator == "maxLength"
        else "a key of this form"
    )
    message = f"{quoted(key)} cannot be a key of {path[-1] if path else 'the description'}: it takes {rule}"
    hint = f"the form is {error.validator_value}" if error.validator == "pattern" else ""
    return Problem(kind=kinds.WRONG_FORM, path=(*path, key), message=message, hint=hint, on_key=True)


def _wrong_type(error: ValidationError) -> tuple[str, str]:
    wanted = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
    return f"{quoted(error.instance)} is not {listed([TYPE_NAMES[name] for name in wanted], 'or')}", ""


def _not_in_list(error: ValidationError) -> tuple[str, str]:
    allowed = [str(word) for word in error.validator_value]
    hint = did_you_mean(str(error.instance), allowed)
    return f"{quoted(error.instance)} is not {listed([quoted(word) for word in allowed], 'or')}", hint


def _not_the_constant(error: ValidationError) -> tuple[str, str]:
    return f"{quoted(error.instance)} is not {quoted(error.validator_value)}", ""


def _wrong_pattern(error: ValidationError) -> tuple[str, str]:
    return f"{quoted(error.instance)} does not have the right form", ""


def _too_small(error: ValidationError) -> tuple[str, str]:
    return f"{quoted(error.instance)} is less than {error.validator_value}", ""


def _too_large(error: ValidationError) -> tuple[str, str]:
    return f"{quoted(error.instance)} is more than {error.validator_value}", ""


def _too_long(error: ValidationError) -> tuple[str, str]:
    return f"{quoted(error.instance)} has {len(error.instance)} characters, {error.validator_value} are the most", ""


def _empty_text(error: ValidationError) -> tuple[str, str]:
    return "the text is empty", ""


def _too_few(error: ValidationError) -> tuple[str, str]:
    return f"there must be at least {error.validator_value} of these", ""


def _too_many(error: ValidationError) -> tuple[str, str]:
    return "there are more items than the key takes", ""


def _repeated(error: ValidationError) -> tuple[str, str]:
    twice = next((item for index, item in enumerate(error.instance) if item in error.instance[:index]), "an item")
    return f"{quoted(twice)} stands in the list more than once", ""


def _anything_else(error: ValidationError) -> tuple[str, str]:
    return str(error.message)[:300], ""


_SENTENCES: dict[str, tuple[Callable[[ValidationError], tuple[str, str]], Kind]] = {
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
}


def _example(error: ValidationError) -> str:
    examples = error.schema.get("examples") if isinstance(error.schema, dict) else None
    return f"for example {_shown(examples[0])}" if examples else ""


def _shown(value: Any) -> str:
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
