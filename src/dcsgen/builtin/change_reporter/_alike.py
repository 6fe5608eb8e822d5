"""Gathers differences that are alike: what is the same for many services or Attributes is read once, with names."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from dcsgen.base.change import Action, Change, Verdict
from dcsgen.plugin import Judged

FEWEST = 3
"""Differences that make a group; two are read as quickly as one and a list."""


_UID = re.compile(r"[0-9]+(\.[0-9]+)+")


class Alike(NamedTuple):
    """Differences of which each is the same for another thing; `names` says for which. One that is alone has itself."""

    members: tuple[Judged, ...]
    names: tuple[str, ...]

    @property
    def first(self) -> Judged:
        """The one that is shown; the others differ from it in the name alone."""
        return self.members[0]


def gathered(changes: Sequence[Judged]) -> list[Alike]:
    """The changes in groups, each at the place of its first member; what is like no other is a group of its own."""
    groups: dict[Hashable, list[tuple[int, str]]] = {}
    for number, judged in enumerate(changes):
        for key, name in _keys(judged):
            groups.setdefault(key, []).append((number, name))
    # The largest group takes its members first; of equal ones that of the outer step of the path.
    taken: dict[int, list[tuple[int, str]]] = {}
    gone: set[int] = set()
    for members in sorted((one for one in groups.values() if len(one) >= FEWEST), key=len, reverse=True):
        left = [(number, name) for number, name in members if number not in gone]
        if len(left) >= FEWEST:
            gone.update(number for number, _ in left)
            taken[left[0][0]] = left
    alone = {number: [(number, "")] for number in range(len(changes)) if number not in gone}
    return [
        Alike(tuple(changes[number] for number, _ in members), tuple(name for _, name in members))
        for _, members in sorted({**taken, **alone}.items())
    ]


def _keys(judged: Judged) -> Iterator[tuple[Hashable, str]]:
    """What a change has in common with those that are like it, for each name in its path that could be another."""
    change = judged.change
    if not judged.judgements:
        return
    said = tuple((one.code, one.verdict, one.ruled, one.let_through, one.announced) for one in judged.judgements)
    met = tuple((effect.peer, effect.answer, effect.workflows) for effect in judged.effects)
    common = (change.subject, change.action, change.field, change.roles, said, met, judged.verdict, judged.answer)
    values = msgspec.json.encode((change.before, change.after), order="deterministic")
    path = tuple(map(str, change.path))
    own = len(path) - 2 if change.field else len(path) - 1
    for at, step in enumerate(path):
        # The collection, and the key that differs, are no names.
        if at == 0 or (change.field and step == change.field):
            continue
        whole = at == own and not change.field
        like = b"" if whole or _goes_without_values(judged) else values
        yield (common, (*path[:at], None, *path[at + 1 :]), like), _name(change, step) if whole else step


def _goes_without_values(judged: Judged) -> bool:
    """Whether it is said without the values: it is worded otherwise, or one side does not state it."""
    change = judged.change
    return change.action in (Action.STATED, Action.UNSTATED) or (change.words and judged.verdict is Verdict.EDITORIAL)


def _name(change: Change, step: str) -> str:
    """What a thing that came or went is called; a UID has a name."""
    value = change.after if change.before is None else change.before
    name = getattr(value, "name", "") if _UID.fullmatch(step) else ""
    return name or step
