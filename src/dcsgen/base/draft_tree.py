"""A draft as a tree whose places are those of the document that it was read from."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.draft import Draft, Evidence, Fact, Ruling
from dcsgen.base.place import Path, Place
from dcsgen.base.tree import Node, Source, Tree


class DraftTree(Tree):
    """The description of a draft. A path leads to the page, the table or the line where the fact was found."""

    __slots__ = ("_evidence",)

    def __init__(self, root: Node, sources: list[Source], evidence: dict[Path, Evidence]) -> None:
        super().__init__(root, {}, sources)
        self._evidence = evidence

    def called(self, sources: list[Source]) -> Tree:
        """The same tree with another name of the document."""
        return DraftTree(self.root, sources, self._evidence)

    def place(self, path: Path, *, on_key: bool = False) -> Place | None:
        """The place of a fact, or of the nearest thing around it that was found somewhere."""
        steps = self._by_value(path)
        for length in range(len(steps), 0, -1):
            found = self._evidence.get(steps[:length])
            if found is not None:
                return _place(self.sources[0].name, found)
        return Place(self.sources[0].name, 1, 1, "not stated")

    def _by_value(self, path: Path) -> Path:
        """The path with items of lists by what they are, as facts name them."""
        node = self.root
        steps: list[str | int] = []
        for step in path:
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                node = None
            steps.append(node if isinstance(step, int) and isinstance(node, str) else step)
        return tuple(steps)


def draft_tree(draft: Draft, root: Node, name: str) -> DraftTree:
    """The tree of a draft; `name` is that of the document, as the user typed it."""
    found: dict[Path, Evidence] = {}
    for fact in draft.facts:
        if fact.ruling is not Ruling.WRONG and fact.evidence:
            for path in _paths(fact):
                found.setdefault(path, fact.evidence[0])
    for key, service in draft.description.get("services", {}).items():
        if ("services", key) in found and isinstance(service, dict):
            found.setdefault(("application_entities", service.get("application_entity", "")), found["services", key])
    return DraftTree(root, [Source(name, "")], found)


def _paths(fact: Fact) -> Iterator[Path]:
    """The paths at which a description has a fact, and those of the record around it."""
    path = fact.path
    for length in range(2, len(path) + 1):
        yield path[:length]
    if path[:1] == ("services",) and path[2:3] == ("sop_classes",):
        # Facts name SOP Classes and Transfer Syntaxes by their UIDs, descriptions by their keywords.
        if len(path) == 4 and isinstance(fact.value, dict):
            yield (*path[:3], str(fact.value.get("sop_class")))
            yield (*path[:2], "role")
        elif len(path) == 6:
            yield (*path[:2], "transfer_syntaxes")
            yield (*path[:2], "transfer_syntaxes", str(fact.value))


def _place(name: str, evidence: Evidence) -> Place:
    if evidence.line is not None:
        return Place(name, evidence.line, 1)
    return Place(name, 1, 1, evidence.where)
