"""A draft as a YAML description that people read: where each thing was found, what is too doubtful, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dcsgen.base.draft import Doubt, Draft, Evidence, Fact, Method, Ruling
from dcsgen.base.finding import dotted
from dcsgen.base.place import Path
from dcsgen.base.yaml_text import WIDTH, comment_lines, flow, yaml_text
from dcsgen.ingest import kinds

MOST = 6
"""Places that one comment names."""


def draft_text(draft: Draft) -> str:
    """The description of a draft as YAML. Comments say where things were found.

    Facts below the threshold are comments, too, each as it would stand there, and so are the doubts, at the end.
    """
    comments: dict[Path, list[str]] = {(): _head(draft)}
    for path, places in _places(draft).items():
        comments[path] = _wrapped(f"From {_where(places)}.")
    loose: list[str] = []
    for fact in _doubtful(draft):
        lines = _commented(fact)
        above = _nearest(draft.description, fact.path)
        if above:
            comments.setdefault(above, []).extend(lines)
        else:
            loose += lines
    return yaml_text(draft.description, comments) + "".join(f"{line}\n" for line in _tail(draft, loose))


def extent(draft: Draft) -> str:
    """The kind of document, how many pages it has, and whether all was read."""
    origin = draft.origin
    whole = all(one.code != kinds.NOT_READ.code for one in draft.doubts)
    pages = f"{origin.pages} page{'s' if origin.pages != 1 else ''}" if origin.pages else ""
    return ", ".join(part for part in (origin.format, pages, "" if whole else "not read as a whole") if part)


def _head(draft: Draft) -> list[str]:
    origin = draft.origin
    lines = [
        f"Draft of what {origin.file} says ({extent(draft)}), read by {draft.tool} {draft.version}.",
        f"SHA-256 of the document: {origin.sha256}",
        f"It says a part of what there is. Facts with a confidence below {draft.threshold:g} are comments.",
    ]
    return [line for text in lines for line in _wrapped(text)]


def _places(draft: Draft) -> dict[Path, list[Evidence]]:
    """The places of each record, and of each key of the product and the document, that is in the description."""
    found: dict[Path, list[Evidence]] = {}
    for fact in draft.facts:
        if fact.confidence < draft.threshold or fact.ruling is Ruling.WRONG:
            continue
        path = fact.path[:2]
        if _there(draft.description, path):
            found.setdefault(path, []).extend(fact.evidence)
    return found


def _where(places: Sequence[Evidence]) -> str:
    """Places in few words: `page 12, table 3, rows 2 to 17; page 15, table 4, row 2`."""
    together: dict[tuple[int | None, int | None], list[Evidence]] = {}
    for place in places:
        # A table that goes on over pages is on the page where it was first seen.
        page = next((key[0] for key in together if place.table is not None and key[1] == place.table), place.page)
        together.setdefault((page, place.table), []).append(place)
    words = []
    for (page, table), same in together.items():
        parts = [f"page {page}"] if page is not None else []
        parts += _from_to("line", [place.line for place in same if place.line is not None])
        parts += [f"table {table}"] if table is not None else []
        parts += _from_to("row", [place.row for place in same if place.row is not None])
        words.append(", ".join(parts))
    named = list(dict.fromkeys(word for word in words if word)) or [places[0].text or "the document"]
    more = [f"{len(named) - MOST} more places"] if len(named) > MOST else []
    return "; ".join([*named[:MOST], *more])


def _from_to(word: str, numbers: Sequence[int]) -> list[str]:
    if not numbers:
        return []
    first, last = min(numbers), max(numbers)
    return [f"{word} {first}" if first == last else f"{word}s {first} to {last}"]


def _doubtful(draft: Draft) -> Iterator[Fact]:
    """Facts that do not stand in the description: not sure enough, or about SOP Classes that are not named.

    Transfer Syntaxes go with their SOP Classes.
    """
    seen: set[str] = set()
    for fact in draft.facts:
        sure = fact.confidence >= draft.threshold and fact.method is not Method.WILDCARD
        if sure or fact.ruling is Ruling.WRONG or fact.path[4:5] == ("transfer_syntaxes",):
            continue
        if fact.key not in seen:
            seen.add(fact.key)
            yield fact


def _commented(fact: Fact) -> list[str]:
    """Such a fact, as it would stand there."""
    place = fact.evidence[0]
    text = " ".join(place.text.split())
    said = f": “{text[:WIDTH]}”" if text and text != place.where else ""
    what = "Claimed as a group, without its members" if fact.method is Method.WILDCARD else "Doubtful"
    source = f"{what} ({fact.confidence:.2f}, {fact.method}), from {place.where or 'the document'}{said}"
    return [*_wrapped(source), f"  {_as_it_would_stand(fact)}"]


def _as_it_would_stand(fact: Fact) -> str:
    value = fact.value
    if fact.path[2:3] == ("sop_classes",) and isinstance(value, Mapping) and "sop_class" in value:
        service = {
            "application_entity": value.get("application_entity"),
            "sop_classes": [value["sop_class"]],
            "role": value.get("role"),
        }
        return f"{fact.path[1]}: {flow(service)}"
    return f"{dotted(fact.path)}: {flow(value)}"


def _nearest(description: Mapping[str, Any], path: Path) -> Path:
    """The deepest part of a path, of at most two steps, that is in the description."""
    return next((path[:length] for length in (2, 1) if _there(description, path[:length])), ())


def _there(description: Mapping[str, Any], path: Path) -> bool:
    node: Any = description
    for step in path:
        if not isinstance(node, Mapping) or step not in node:
            return False
        node = node[step]
    return True


def _tail(draft: Draft, loose: Sequence[str]) -> list[str]:
    lines = [f"# {line}" for line in loose]
    unsettled = [one for one in draft.doubts if not one.settled]
    if unsettled:
        lines += ["# What is doubtful about the document, or was not understood (`dcsgen explain CODE`):"]
        lines += [f"# {line}" for one in unsettled for line in _told(one)]
    printable = ("".join(letter if letter.isprintable() else " " for letter in line).rstrip() for line in lines)
    return ["", *printable] if lines else []


def _told(doubt: Doubt) -> list[str]:
    where = "; ".join(place.where for place in doubt.evidence[:MOST] if place.where)
    first, *others = _wrapped(f"{doubt.code} {f'{where}: ' if where else ''}{doubt.message}")
    return [first, *(f"  {line}" for line in others)]


def _wrapped(text: str) -> list[str]:
    return comment_lines(text)
