"""What was found to differ, in words that a revision history can have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from dcsgen.plugin.statement import SectionDifference
from dcsgen.render.language import N_

Word = Callable[[str], str]
"""Gives a message in the language of the document."""

_LONGEST = 60
_MOST_NAMES = 4

_ONE: Mapping[str, str] = {
    "row": N_("row"),
    "table": N_("table"),
    "caption": N_("caption"),
    "columns": N_("columns"),
    "figure": N_("figure"),
    "list": N_("list"),
    "list item": N_("list item"),
    "text": N_("text"),
    "term": N_("term"),
    "title": N_("title"),
    "section": N_("section"),
}
_SEVERAL: Mapping[str, str] = {
    "row": N_("rows"),
    "table": N_("tables"),
    "figure": N_("figures"),
    "list": N_("lists"),
    "list item": N_("list items"),
}
_BECAME: Mapping[str, str] = {
    "added": N_("%(what)s added"),
    "removed": N_("%(what)s removed"),
    "changed": N_("%(what)s changed"),
    "moved": N_("%(what)s moved"),
}


def in_words(differences: Sequence[SectionDifference], word: Word) -> Iterator[str]:
    """Each kind of difference once, with the names of what differs: "rows A and B added"."""
    grouped: dict[tuple[str, str], list[str]] = {}
    gone = {(each.what, each.name) for each in differences if each.mark == "removed" and each.name}
    come = {(each.what, each.name) for each in differences if each.mark == "added"}
    for each in differences:
        moved = (each.what, each.name) in gone & come
        grouped.setdefault(("moved" if moved else each.mark, each.what), []).append(each.name)
    for (mark, what), names in grouped.items():
        yield word(_BECAME[mark]) % {"what": _things(what, names, word)}


def _things(what: str, names: Sequence[str], word: Word) -> str:
    """What differs, by its names if all have one: "rows A, B and 3 more"."""
    named = list(dict.fromkeys(_short(name) for name in names if name))
    if not named or "" in names:
        return word(_ONE[what] if len(names) == 1 else _SEVERAL.get(what, _ONE[what]))
    if len(named) == 1:
        return f"{word(_ONE[what])} {named[0]}"
    both = word(" and ")
    several = word(_SEVERAL.get(what, _ONE[what]))
    if len(named) <= _MOST_NAMES:
        last = named.pop()
    else:
        last = word("%(count)s more") % {"count": len(named) - _MOST_NAMES + 1}
        named = named[: _MOST_NAMES - 1]
    return f"{several} {', '.join(named)}{both}{last}"


def _short(name: str) -> str:
    """A name that is not too long for a line; cut at a space."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST].rpartition(' ')[0] or name[:_LONGEST]} …"
