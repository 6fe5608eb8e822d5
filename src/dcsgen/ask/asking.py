"""Puts questions into words, with what the schemas say of the keys that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from dcsgen.ask.places import asked_at, is_stated, located, record_in_words, says_none, sentence_of
from dcsgen.base import schema as schemas
from dcsgen.base.interaction import Side
from dcsgen.base.place import Path
from dcsgen.base.question import NO, YES, Question, question_id
from dcsgen.base.text import scalar
from dcsgen.base.yaml_text import flow
from dcsgen.model import Capability


class Wanted(NamedTuple):
    """A key that a product does not state: what it is, in words, if anybody says it; why it is wanted, and how much.

    `within` says that the record above it is missing as a whole.
    """

    side: Side
    path: Path
    what: str = ""
    why: tuple[str, ...] = ()
    decides: int = 0
    within: bool = False


def questions_about(wanted: Iterable[Wanted], sides: Mapping[Side, Capability]) -> tuple[Question, ...]:
    """A question for each key that is wanted, once, those first that decide the most.

    A record whose keys are fixed is asked for key by key.
    """
    found: dict[tuple[Side, Path], Wanted] = {}
    for one in wanted:
        for path in asked_at(one.path, sides[one.side]):
            before = found.get((one.side, path), Wanted(one.side, path))
            found[one.side, path] = Wanted(
                one.side,
                path,
                before.what or one.what,
                tuple(dict.fromkeys((*before.why, *one.why))),
                max(before.decides, one.decides),
                path != one.path,
            )
    ordered = sorted(found.values(), key=lambda one: -one.decides)
    return tuple(_question(number, one, sides[one.side]) for number, one in enumerate(ordered, 1))


def _question(number: int, wanted: Wanted, capability: Capability) -> Question:
    here = None if wanted.what and is_stated(wanted.path, capability) else located(wanted.path)
    schema: Mapping[str, Any] = here.schema if here is not None else {}
    sentences = [f"Please state {wanted.what}."] if wanted.what else []
    if wanted.within and (above := located(wanted.path[:-1])) is not None:
        sentences.append(sentence_of(above.schema))
    sentences.append(sentence_of(schema))
    return Question(
        number=number,
        id=question_id(wanted.side, wanted.path),
        side=wanted.side,
        product=capability.product.name,
        path=wanted.path,
        about=record_in_words(wanted.path, capability),
        text=" ".join(filter(None, sentences)) or f"Please state {wanted.path[-1]}.",
        takes=takes(here, capability),
        words=words_of(here, capability),
        example=_example(schema),
        clause=str(schema.get("x-ps3", "")),
        why=wanted.why,
        decides=wanted.decides,
    )


def takes(here: schemas.Located | None, capability: Capability) -> str:
    """With what to answer, in words."""
    if here is None:
        return "text"
    schema = here.schema
    none = '; "none" if there are none' if says_none(schema) else ""
    words = words_of(here, capability)
    if words:
        return "one of: " + ", ".join(words)
    branches = [_kind(schemas.follow(schemas.Located(one, here.file)), capability) for one in schema.get("anyOf", ())]
    own = _kind(here, capability)
    kinds = [own] if own else [kind for kind in branches if kind]
    return " or ".join(dict.fromkeys(kinds)) + none


def words_of(here: schemas.Located | None, capability: Capability) -> tuple[str, ...]:
    """The words of which the answer is one; none if other answers are possible."""
    schema = here.schema if here is not None else {}
    if reference := schema.get("x-ref"):
        return tuple(getattr(capability, reference) or ())
    if schema.get("type") == "boolean":
        return YES, NO
    return tuple(scalar(word).replace("_", " ") for word in schema.get("enum", ()))


def _kind(here: schemas.Located, capability: Capability) -> str:
    schema = here.schema
    if schema.get("const") == schemas.NONE:
        return ""
    if "const" in schema:
        return f'"{schema["const"]}"'
    if words := words_of(here, capability):
        return ", ".join(f'"{word}"' for word in words)
    if "x-text" in schema:
        return "text"
    if schema.get("prefixItems"):
        return 'the lowest and the highest, such as "5 to 60"'
    if "items" in schema:
        return _several(schemas.child(here, 0), capability)
    if schema.get("type") == "object" or "additionalProperties" in schema:
        return "text, or a list in YAML as in the example"
    names = {"integer": "a whole number", "number": "a number", "string": "text"}
    return names.get(str(schema.get("type", "")), "") + _between(schema)


def _several(item: schemas.Located | None, capability: Capability) -> str:
    if item is None:
        return "one or more, each on a line"
    kind = {
        "sop-class": "SOP Classes by name, keyword or UID",
        "transfer-syntax": "Transfer Syntaxes by name, keyword or UID",
    }
    named = kind.get(str(item.schema.get("x-dicom")), "")
    words = words_of(item, capability)
    if words:
        return "one or more of: " + ", ".join(words)
    return f"{named or 'one or more'}, each on a line"


def _between(schema: Mapping[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None and high is None:
        return ""
    if high is None:
        return f" from {low} on"
    return f" up to {high}" if low is None else f" from {low} to {high}"


def _example(schema: Mapping[str, Any]) -> str:
    examples: Sequence[Any] = schema.get("examples", ())
    if not examples:
        return ""
    first = examples[0]
    if isinstance(first, bool):
        return YES if first else NO
    if isinstance(first, list) and all(not isinstance(one, dict | list) for one in first):
        if len(first) == 2 and schema.get("prefixItems"):
            return " to ".join("" if one is None else scalar(one) for one in first)
        return "; ".join(
            scalar(one).replace("_", " ") if "enum" in str(schema.get("items")) else scalar(one) for one in first
        )
    return flow(first) if isinstance(first, dict | list) else scalar(first)
