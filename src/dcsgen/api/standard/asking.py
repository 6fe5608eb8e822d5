"""Questions about the standard: look something up, search, list. The pydicom package is not imported for any."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module

from dcsgen.api.standard import kinds as _kinds
from dcsgen.api.standard.kind import Kind, about, found
from dcsgen.api.standard.records import Answer, Hit
from dcsgen.base.errors import UsageError
from dcsgen.base.page import Page, Section, marked, table
from dcsgen.base.standard.spelling import spelled
from dcsgen.base.text import closest, did_you_mean, listed, quoted

LIMIT = 20
_LONGEST = 200
_BEGINNINGS = 2
"""Ranks up to this one are of names in which the words of a search begin words."""


QUICK = ("status", "sop-class", "transfer-syntax", "attribute")
"""Kinds that are asked first, as most questions are about them. What their codes, keywords, UIDs and Tags name exactly
is meant, even if a thing of another kind has that name too."""


@cache
def standard_kinds() -> tuple[str, ...]:
    """The keys of all kinds of things that can be looked up, sorted."""
    files = {file.name for folder in _kinds.__path__ for file in os.scandir(folder)}
    names = (name.removesuffix(".py") for name in files if name.endswith(".py") and not name.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in names))


@cache
def kind_of(key: str) -> Kind:
    """The kind with a key, which is the name of its file; each is imported when it is first needed."""
    kind: Kind = import_module(f"{_kinds.__name__}.{key.replace('-', '_')}").KIND
    return kind


def all_kinds() -> tuple[Kind, ...]:
    """All kinds of things, by key."""
    return tuple(map(kind_of, standard_kinds()))


def look_up(words: Sequence[str] | str, *, kind: str = "") -> Answer:
    """What is known of the thing that the words name: by keyword, name, UID, Tag, code, id, in any spelling.

    A thing that they name exactly comes before those that they only resemble. If several are left, the answer has no
    entry, but the candidates as hits. `kind` looks among things of one kind only.
    Raises `UsageError` for words that mean nothing, with what they may have meant, and for an unknown kind.
    """
    text = _text(words)
    if not kind:
        for one in map(kind_of, QUICK):
            for key, is_exact in found(one, text):
                if is_exact:
                    return Answer(text, one.show(key))
    chosen = _chosen(kind)
    matches = [(one, *match) for one in chosen for match in found(one, text)]
    exact = [match for match in matches if match[2]]
    best = exact or matches
    if not best:
        raise UsageError(_nothing(text, chosen, kind))
    if len(best) == 1:
        one, key, _ = best[0]
        return Answer(text, one.show(key))
    return Answer(text, hits=tuple(_hit(one, key) for one, key, _ in best), candidates=True)


def search_standard(text: str, *, kinds: Sequence[str] = (), limit: int = LIMIT) -> Answer:
    """The things whose name, id or other words hold all words of a text, best first; at most `limit`, 0 for all.

    Where names have the words as beginnings of theirs, only those are meant; else words may be any part.
    Raises `UsageError` for an empty text and an unknown kind.
    """
    wanted = [form for word in _text(text).split() if (form := spelled(word))]
    chosen = [one for kind in kinds for one in _chosen(kind)] if kinds else _chosen("")
    ranked: list[tuple[tuple[int, ...], Hit]] = []
    for place, one in enumerate(chosen):
        for hit in one.hits():
            rank = _rank(hit, wanted)
            if rank is not None:
                ranked.append(((*rank, place, len(ranked)), hit))
    ranked.sort(key=lambda pair: pair[0])
    good = any(rank[0] <= _BEGINNINGS for rank, _ in ranked)
    hits = [hit for rank, hit in ranked if rank[0] <= _BEGINNINGS or not good]
    shown = hits[:limit] if limit else hits
    return Answer(text, hits=tuple(shown), left_out=len(hits) - len(shown))


def list_standard(kind: str, *, retired: bool | None = None, facets: Mapping[str, str] | None = None) -> Answer:
    """All things of a kind, in the order of the standard; only the retired ones, or only those in force, if asked.

    `facets` are those of its hits, with a value that must be among theirs in any spelling: `service-class`, `dimse`.
    Raises `UsageError` for an unknown kind, for a facet that the kind does not have, and for a value that none has.
    """
    if not kind.strip():
        raise UsageError(f"a list is of one kind of things: {listed(standard_kinds(), 'or')}")
    (chosen,) = _chosen(kind)
    hits = tuple(chosen.hits())
    for facet, value in (facets or {}).items():
        hits = _with(hits, facet, value, chosen)
    return Answer(chosen.key, hits=tuple(hit for hit in hits if retired in (None, hit.retired)))


def page_of_kinds() -> Page:
    """What kinds there are, as a page for people."""
    rows = [(kind.key, kind.plural, ", ".join(_facets(kind.hits()))) for kind in all_kinds()]
    kinds = table(("kind", "", "can be filtered by"), rows)
    return Page("What can be looked up", "", (Section(f"{len(rows)} kinds", table=kinds),))


def page_of(answer: Answer) -> Page:
    """An answer as a page for people."""
    entry = answer.entry
    if entry is None:
        return _page_of_hits(answer)
    kind = kind_of(str(entry.__struct_config__.tag))
    marks = marked("", retired=entry.retired).split()
    return Page(entry.name, kind.noun, (*kind.sections(entry), *about(entry)), tuple(marks))


def _page_of_hits(answer: Answer) -> Page:
    one_kind = len({hit.kind for hit in answer.hits}) == 1
    headings = ("id", "name", "") if one_kind else ("kind", "id", "name", "")
    rows = []
    for hit in answer.hits:
        note = marked(hit.note, retired=hit.retired, unverified=hit.unverified)
        rows.append((*(() if one_kind else (hit.kind,)), hit.id, hit.name if hit.name != hit.id else "", note))
    found = f"{len(answer.hits) + answer.left_out:,} found"
    more = (f"{answer.left_out:,} more: --all shows them",) if answer.left_out else ()
    ask = ("`dcsgen standard show ID --kind KIND` shows one of them, with clauses, editions and gaps",) if rows else ()
    title = f"{answer.asked} may mean" if answer.candidates else answer.asked
    section = Section(found, table=table(headings, rows) if rows else None, remarks=(*more, *ask))
    return Page(title, "", (section,))


def _text(words: Sequence[str] | str) -> str:
    text = " ".join(words.split() if isinstance(words, str) else " ".join(words).split())
    if not text:
        raise UsageError("there is nothing to look for: give a name, a keyword, a UID, a Tag or a code")
    return text


def _chosen(kind: str) -> list[Kind]:
    """The kind of a word, its key or one of its names; all kinds for an empty one."""
    keys = standard_kinds()
    if not kind:
        return list(all_kinds())
    if kind in keys:
        return [kind_of(kind)]
    form = spelled(kind)
    for one in all_kinds():
        if form in map(spelled, (one.key, one.noun, one.plural)):
            return [one]
    hint = did_you_mean(kind, keys) or f"there are {listed(keys, 'and')}"
    raise UsageError(f"there is no kind {quoted(kind)} of things in the standard; {hint}")


def _hit(kind: Kind, key: str) -> Hit:
    hit = next((hit for hit in kind.hits() if hit.id == key), None)
    if hit is not None:
        return hit
    entry = kind.show(key)
    return Hit(kind.key, key, entry.name, retired=entry.retired)


def _rank(hit: Hit, wanted: Sequence[str]) -> tuple[int, ...] | None:
    """How well a hit fits, smaller is better; None if a word is missing."""
    whole = spelled(" ".join((hit.name, hit.id, *hit.also, hit.note)))
    if not all(word in whole for word in wanted):
        return None
    forms = [spelled(word) for word in (hit.name, hit.id, *hit.also)]
    if not all(any(word in form for form in (*forms, spelled(hit.note))) for word in wanted):
        return None
    whole = "".join(wanted)
    if whole in forms:
        fit = 0
    elif any(form.startswith(whole) for form in forms):
        fit = 1
    elif all(word in forms[0] for word in wanted):
        fit = _BEGINNINGS if all(_begins_a_word(hit.name, word) for word in wanted) else 3
    else:
        fit = 4 if all(any(word in form for form in forms) for word in wanted) else 5
    # Attributes are so many that they would hide everything else.
    return fit, hit.retired, hit.kind == "attribute", len(hit.name)


def _begins_a_word(name: str, word: str) -> bool:
    return any(spelled(part).startswith(word) for part in name.split())


def _with(hits: tuple[Hit, ...], facet: str, value: str, kind: Kind) -> tuple[Hit, ...]:
    known = _facets(hits)
    if facet not in known:
        others = f"only by {listed(known, 'or')}" if known else "only by being retired"
        raise UsageError(f"{kind.plural} cannot be filtered by {facet}, {others}")
    fitting = tuple(hit for hit in hits if spelled(value) in map(spelled, hit.facets.get(facet, ())))
    if not fitting:
        values = sorted({each for hit in hits for each in hit.facets.get(facet, ()) if each})
        more = [f"{len(values) - LIMIT} more"] if len(values) > LIMIT else []
        hint = did_you_mean(value, values) or f"there is {listed([*values[:LIMIT], *more], 'and')}"
        raise UsageError(f"none of the {kind.plural} has the {facet} {quoted(value)}; {hint}")
    return fitting


def _facets(hits: Iterable[Hit]) -> list[str]:
    return sorted({name for hit in hits for name in hit.facets})


def _nothing(text: str, chosen: Iterable[Kind], kind: str) -> str:
    among = f" among the {next(iter(chosen)).plural}" if kind else ""
    suggestions = list(_suggestions(text, chosen))[:3] if len(text) <= _LONGEST else []
    if suggestions:
        hint = f"did you mean {listed([quoted(word) for word in suggestions], 'or')}?"
    else:
        hint = "`dcsgen standard search` looks for parts of names"
    return f"nothing of the standard that dcsgen knows is called {quoted(text)}{among}; {hint}"


def _suggestions(text: str, chosen: Iterable[Kind]) -> Iterator[str]:
    """Ids or names that a text may have meant, best first, whatever their kind."""
    words: dict[str, str] = {}
    for kind in chosen:
        if kind.suggest is not None:
            words.update((spelled(word), word) for word in kind.suggest(text))
        else:
            words.update((spelled(word), word) for hit in kind.hits() for word in (hit.id, hit.name, *hit.also))
    form = spelled(text)
    yield from (words[match] for match in closest(form, [word for word in words if word], 3))
