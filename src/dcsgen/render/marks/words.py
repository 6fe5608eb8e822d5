"""What was found to differ, in words that a revision history can have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen.plugin.statement import SectionDifference

_LONGEST = 60
_MOST_NAMES = 4
_SEVERAL = {"row": "rows", "table": "tables", "figure": "figures", "list": "lists", "list item": "list items"}


def in_words(differences: Sequence[SectionDifference]) -> Iterator[str]:
    """Each kind of difference once, with the names of what differs: "rows A and B added"."""
    grouped: dict[tuple[str, str], list[str]] = {}
    gone = {(each.what, each.name) for each in differences if each.mark == "removed" and each.name}
    come = {(each.what, each.name) for each in differences if each.mark == "added"}
    for each in differences:
        moved = (each.what, each.name) in gone & come
        grouped.setdefault(("moved" if moved else each.mark, each.what), []).append(each.name)
    for (mark, what), names in grouped.items():
        named = list(dict.fromkeys(_short(name) for name in names if name))
        if not named or len(named) < len(set(names)):
            yield f"{what if len(names) == 1 else _several(what)} {mark}"
        elif len(named) == 1:
            yield f"{what} {named[0]} {mark}"
        elif len(named) <= _MOST_NAMES:
            yield f"{_several(what)} {', '.join(named[:-1])} and {named[-1]} {mark}"
        else:
            rest = len(named) - _MOST_NAMES + 1
            yield f"{_several(what)} {', '.join(named[: _MOST_NAMES - 1])} and {rest} more {mark}"


def _several(what: str) -> str:
    return _SEVERAL.get(what, what)


def _short(name: str) -> str:
    """A name that is not too long for a line; cut at a space."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST].rpartition(' ')[0] or name[:_LONGEST]} …"
