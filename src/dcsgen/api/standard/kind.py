"""What a kind of thing of the standard has to offer, so that it can be looked up, searched and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from dcsgen.api.standard.records import Entry, Hit, Source
from dcsgen.base.page import Fact, Section
from dcsgen.base.standard.spelling import spelled


class Kind(NamedTuple):
    """A kind of thing.

    `key` is its word for options and JSON, `noun` and `plural` are for people. `entry` is the class of its entries.
    `hits` gives all its things in a line each, in the order of the standard. `show` gives all about one of them by its
    id, `sections` what a page shows of that. `find` gives the ids that a text means, and whether it names each exactly;
    without it, a text is compared with ids, names and other words of all hits. `suggest` gives the ids that a misspelt
    text may have meant, for kinds that can tell faster than by all their hits.
    """

    key: str
    noun: str
    plural: str
    entry: type[Entry]
    hits: Callable[[], Iterable[Hit]]
    show: Callable[[str], Entry]
    sections: Callable[[Any], Iterable[Section]]
    find: Callable[[str], Iterable[tuple[str, bool]]] | None = None
    suggest: Callable[[str], Iterable[str]] | None = None


def found(kind: Kind, text: str) -> list[tuple[str, bool]]:
    """The ids of the things of a kind that a text means; true for those that it names exactly."""
    if kind.find is not None:
        return list(kind.find(text))
    return matching(kind.hits(), text)


def matching(hits: Iterable[Hit], text: str) -> list[tuple[str, bool]]:
    """The ids of hits that a text means, by id or other words exactly, or by any of these or the name when spelled
    differently."""
    text = text.strip()
    form = spelled(text)
    matches = []
    for hit in hits:
        if text == hit.id or text in hit.also:
            matches.append((hit.id, True))
        elif form and any(_may_be(word, form) and spelled(word) == form for word in (hit.id, hit.name, *hit.also)):
            matches.append((hit.id, False))
    return matches


def _may_be(word: str, form: str) -> bool:
    """Whether a word may have a form at all, judged by its first letter, as most do not."""
    first = word[:1].casefold()
    return first == form[0] or not first.isalnum()


def about(entry: Entry) -> tuple[Section, ...]:
    """The end of every page: where its facts are from, what of them was not seen, what the data lacks."""
    sources = tuple(Fact(source.facts, _said_in(source)) for source in entry.sources)
    unseen = (Fact("Not verified", ", ".join(field.replace("_", " ") for field in entry.unverified)),)
    sections = (
        Section("Sources", facts=(*sources, *(unseen if entry.unverified else ()))),
        Section("Known gaps of this data", remarks=entry.known_holes),
    )
    return tuple(section for section in sections if section.facts or section.remarks)


def _said_in(source: Source) -> str:
    edition = f"edition {source.edition}" if source.edition else "edition not recorded"
    return f"{source.clause}, {edition}" if source.clause else edition


def source(facts: str, clause: str, edition: str) -> Source:
    """A source, for `Entry.sources`; the edition is empty where it was not recorded."""
    return Source(facts, clause, edition)
