"""Union and intersection of products: what at least one of them has, and what can be relied upon in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from dcsgen.api.describing import describe
from dcsgen.api.loading import Loaded, capability_of, without_errors
from dcsgen.base.errors import UsageError
from dcsgen.base.place import Path
from dcsgen.base.standard import uids
from dcsgen.base.text import listed
from dcsgen.base.yaml_text import comment_lines
from dcsgen.compare.combined import DIFFERS, NOT_STATED, Combined, Note, Way, combine
from dcsgen.model import Capability, encode
from dcsgen.resolve.written import written

Side = Loaded | Capability
"""What can be combined."""

Form = Literal["yaml", "json"]

MOST = 15
"""Keys that a comment names at most."""

_HEADS = {
    Way.INTERSECTION: "What {} have in common, made by `dcsgen intersection`. What one of them does not state is left "
    "out and stands in comments: it may have it or not.",
    Way.UNION: "What at least one of {} has, made by `dcsgen union`. Comments say who has what not all have.",
}


class Together(Struct, frozen=True):
    """Several products as one. `notes` are as they were found; `document` is the file, and `summary` what to tell."""

    capability: Capability
    products: tuple[str, ...]
    notes: tuple[Note, ...]
    document: bytes
    summary: tuple[str, ...]


def intersection(sides: Sequence[Side], form: Form = "yaml") -> Together:
    """What all of the products have, as a description of its own.

    Things are the same if the standard calls them the same, whatever their names; numbers are the tightest ones.
    Raises `UsageError` for less than two products, `UnreadableInputError` for a description with errors.
    """
    return _together(sides, Way.INTERSECTION, form)


def union(sides: Sequence[Side], form: Form = "yaml") -> Together:
    """What at least one of the products has, as a description of its own; raises what `intersection` raises."""
    return _together(sides, Way.UNION, form)


def _together(sides: Sequence[Side], way: Way, form: Form) -> Together:
    if len(sides) < 2:
        raise UsageError(f"A product has no {way} with itself; name two or more.")
    made = combine([_capability(side) for side in sides], way)
    # Reading it again adds what the standard knows of the services as they are now.
    capability = capability_of(written(made.capability))
    text = encode(capability) if form == "json" else describe(made.capability, _comments(made)).encode()
    return Together(capability, made.products, made.notes, text, tuple(_summary(made)))


def _capability(side: Side) -> Capability:
    if isinstance(side, Capability):
        return side
    return without_errors(side, side.tree.sources[0].name if side.tree.sources else "the description")


def _comments(made: Combined) -> dict[Path, list[str]]:
    """A comment at the top, and one above each record about which there is something to tell."""
    told: dict[Path, dict[tuple[str, tuple[int, ...]], list[Path]]] = {}
    for path, what, products in made.notes:
        told.setdefault(path[:2], {}).setdefault((what, products), []).append(path[2:])
    head = _HEADS[made.way].format(listed(sorted(made.products), "and"))
    comments: dict[Path, list[str]] = {(): comment_lines(head)}
    for path, notes in sorted(told.items()):
        at = path if _there(made.capability, path) else path[:1]
        lines = comments.setdefault(at, [])
        about = "" if at == path else f"{_readable(path[1:])}: "
        for (what, products), rest in sorted(notes.items()):
            lines += comment_lines(about + _sentence(what, [made.products[number] for number in products], rest))
    return comments


def _there(capability: Capability, path: Path) -> bool:
    record = getattr(capability, str(path[0]), None)
    return len(path) < 2 or (isinstance(record, dict) and path[1] in record) or hasattr(record, str(path[1]))


def _sentence(what: str, products: Sequence[str], paths: Sequence[Path]) -> str:
    named = [_readable(path) for path in sorted(paths) if path]
    keys = ", ".join(named[:MOST]) + (f" and {len(named) - MOST} more" if len(named) > MOST else "")
    who = listed(sorted(products), "and")
    if what == NOT_STATED:
        return f"{who} {'does' if len(products) == 1 else 'do'} not state {keys or 'it'}"
    if what == DIFFERS:
        return f"not the same in {who}: {keys}" if keys else f"not the same in {who}"
    whole = any(not path for path in paths)
    return f"only {who}{'' if whole and not named else f': {keys}'}"


def _readable(path: Path) -> str:
    words = []
    for step in path:
        known = uids.by_uid(str(step).partition(" ")[0])
        words.append(known.keyword if known is not None and known.keyword else str(step))
    return ".".join(words)


def _summary(made: Combined) -> Iterator[str]:
    """Sentences for people who do not open the file at once."""
    # A SOP Class with a role counts once, whoever opens the Association.
    services = len({(each.uid, one.role) for one in made.capability.services.values() for each in one.sop_classes})
    web = sum(len(one.transactions) for one in made.capability.web_services.values())
    yield (
        f"{made.way.capitalize()} of {listed(made.products, 'and')}: {_count(services, 'SOP Class')} with role, "
        f"{_count(web, 'web transaction')}, {_count(len(made.capability.media), 'media profile')} with role"
    )
    for number, product in enumerate(made.products):
        paths = [path for path, what, products in made.notes if what == NOT_STATED and number in products]
        if paths:
            yield f"{product} does not state, so that it is left out: {_counted(paths)}"
    if paths := [path for path, what, _ in made.notes if what == DIFFERS]:
        yield f"Not the same, so that it is left out: {_counted(paths)}"


def _counted(paths: Sequence[Path]) -> str:
    """The keys that paths end in, with their collections, the most frequent first."""
    found = Counter(str(path[0]) if len(path) == 1 else f"{path[0]}.{path[-1]}" for path in paths)
    keys = [f"{key} ({count})" if count > 1 else key for key, count in found.most_common(MOST)]
    return ", ".join(keys) + (f", and {len(found) - MOST} more keys" if len(found) > MOST else "")


def _count(number: int, word: str) -> str:
    plural = f"{word}es" if word.endswith("s") else f"{word}s"
    return f"{number} {word if number == 1 else plural}"
