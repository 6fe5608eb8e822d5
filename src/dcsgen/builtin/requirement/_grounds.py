"""How kinds of requirements say what they found: grounds, and lists of which all or one is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import structs

from dcsgen.base.finding import Path
from dcsgen.base.requirement import Fulfilment, Ground
from dcsgen.base.text import listed

_EMPHASIS = re.compile(r"(\*{1,2}|`)([^*`]+)\1")

FEW = 4
"""Names that are listed; of longer lists the first ones are."""

CHOICE = [{"required": ["all_of"]}, {"required": ["one_of"]}]
"""Either all of a list or one of it is wanted, as `oneOf` of a schema."""


def met(sentence: str, *paths: Path) -> Ground:
    """The product states what is wanted."""
    return Ground(fulfilment=Fulfilment.MET, sentence=sentence, paths=paths)


def under(condition: str, sentence: str, *paths: Path) -> Ground:
    """The product states what is wanted, under a condition; without one, it is met."""
    if not condition:
        return met(sentence, *paths)
    return Ground(fulfilment=Fulfilment.CONDITIONS, sentence=sentence, condition=condition, paths=paths)


def not_met(sentence: str, *paths: Path) -> Ground:
    """The product states something else."""
    return Ground(fulfilment=Fulfilment.NOT_MET, sentence=sentence, paths=paths)


def not_stated(sentence: str, *paths: Path) -> Ground:
    """The product does not state it; the paths are where it would stand."""
    return Ground(fulfilment=Fulfilment.NOT_STATED, sentence=sentence, paths=paths)


def best(grounds: Iterable[Ground]) -> Ground:
    """The first of the grounds that speak most for the product; there is at least one."""
    return min(grounds, key=lambda ground: ground.fulfilment.rank)


def chosen(wanted: Mapping[str, Any], ground_of: Callable[[Any], Ground]) -> list[tuple[Any, Ground]]:
    """Items of a list with their grounds: of `all_of` every one, of `one_of` those that speak most for the product."""
    if "one_of" not in wanted:
        return [(item, ground_of(item)) for item in wanted["all_of"]]
    found = [(item, ground_of(item)) for item in wanted["one_of"]]
    nearest = best(ground for _, ground in found)
    # Where one is enough, so is one condition.
    return [
        (item, ground)
        for item, ground in found
        if (ground.fulfilment, ground.condition) == (nearest.fulfilment, nearest.condition)
    ]


def grounds_of(wanted: Mapping[str, Any], ground_of: Callable[[Any], Ground]) -> list[Ground]:
    """The grounds of a list; where nothing of `one_of` is enough, what is said of several items alike is said once."""
    found = chosen(wanted, ground_of)
    if "one_of" in wanted and not found[0][1].fulfilment.holds:
        return together(found)
    return [ground for _, ground in found]


def together(found: Iterable[tuple[Any, Ground]]) -> list[Ground]:
    """Grounds that differ only in the name of their item as one; of what is not met, it names every one."""
    alike: dict[tuple[Fulfilment, str, str], list[tuple[str, Ground]]] = {}
    for item, ground in found:
        name = name_of(item)
        frame = ground.sentence.replace(name, "\0")
        alike.setdefault((ground.fulfilment, frame, ground.condition), []).append((name, ground))
    merged = []
    for (fulfilment, frame, _), members in alike.items():
        found_names = [name for name, _ in members]
        told = names(found_names) if fulfilment.holds else listed(found_names, "or")
        paths = dict.fromkeys(path for _, ground in members for path in ground.paths)
        merged.append(structs.replace(members[0][1], sentence=frame.replace("\0", told), paths=tuple(paths)))
    return merged


def name_of(item: Any) -> str:
    """The name of a SOP Class, Transfer Syntax or profile; a text is its own."""
    return str(item["name"]) if isinstance(item, Mapping) else str(item)


def names(items: Sequence[Any], conjunction: str = "and") -> str:
    """Names of SOP Classes, Transfer Syntaxes or profiles, or texts, as a list in a sentence; long lists are cut."""
    texts = [name_of(item) for item in items]
    if len(texts) > FEW:
        return f"{', '.join(texts[: FEW - 1])} {conjunction} {len(texts) - FEW + 1} more"
    return listed(texts, conjunction)


def choice_words(wanted: Mapping[str, Any]) -> str:
    """A list of which all, or one, is wanted."""
    if "one_of" not in wanted:
        return names(wanted["all_of"])
    return names(wanted["one_of"], "or") if len(wanted["one_of"]) <= FEW else f"one of {names(wanted['one_of'])}"


def sentence_of(text: str) -> str:
    """A condition of a description, which is a sentence or the end of one, on one line and with a full stop."""
    # Prose is CommonMark, whose stars and ticks nobody wants to read.
    plain = _EMPHASIS.sub(r"\2", " ".join(text.split()))
    return plain if plain.endswith((".", "!", "?")) else f"{plain}."


def choice_of(items: Mapping[str, Any], what: str, example: Sequence[str]) -> dict[str, Any]:
    """The schema of `all_of` and `one_of`, whose items have a schema."""
    array = {"type": "array", "items": items, "minItems": 1}
    return {
        "all_of": {"description": f"{what} of which all are needed.", **array, "examples": [list(example)]},
        "one_of": {"description": f"{what} of which one is enough.", **array, "examples": [list(example)]},
    }
