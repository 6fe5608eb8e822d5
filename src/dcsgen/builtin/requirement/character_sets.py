"""Character sets that a product has to support."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dcsgen.base.requirement import Ground
from dcsgen.base.standard import character_sets
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.builtin.requirement._grounds import (
    CHOICE,
    choice_of,
    choice_words,
    grounds_of,
    met,
    names,
    not_met,
    not_stated,
)
from dcsgen.plugin import Candidate, RequirementKind, Wrong

PATH = ("character_sets", "supported")


def words(wanted: Mapping[str, Any]) -> str:
    """The character sets."""
    return f"Specific Character Set {choice_words(wanted)}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What the list of supported character sets says; one that is not stated says nothing."""
    supported = candidate.capability.character_sets.supported

    def ground_of(term: str) -> Ground:
        # Terms that are used together are one text.
        together = next((text for text in supported or () if term in text.split("\\")), "")
        if together:
            return met(f"{term} is supported.", (*PATH, together))
        if supported is None or candidate.draft:
            return not_stated(f"Whether {term} is supported is not stated.", PATH)
        others = f"only {names(supported)}" if supported else "only the default repertoire"
        return not_met(f"{term} is not among the supported character sets, {others}.", PATH)

    yield from grounds_of(wanted, ground_of)


def check(wanted: Mapping[str, Any]) -> Iterator[Wrong]:
    """Terms that PS3.3 does not define."""
    known = [one.term for one in character_sets.ALL]
    for key in ("all_of", "one_of"):
        for index, term in enumerate(wanted.get(key, ())):
            if term not in known:
                hint = did_you_mean(term, known) or "PS3.3 C.12.1.1.2 has the Defined Terms, e.g. ISO_IR 192"
                yield Wrong(path=(key, index), message=f"{quoted(term)} is no Specific Character Set", hint=hint)


KIND = RequirementKind(
    name="character_sets",
    title="Character sets",
    what="Defined Terms of Specific Character Set (0008,0005) that the product supports.",
    schema={
        "type": "object",
        "oneOf": CHOICE,
        "properties": choice_of({"type": "string", "minLength": 1}, "Defined Terms", ["ISO_IR 100", "ISO_IR 192"]),
        "additionalProperties": False,
    },
    example={"one_of": ["ISO_IR 192", "GB18030"]},
    words=words,
    judge=judge,
    check=check,
)
