"""From a repair to edits of files, as exact as the characters of a key or a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.finding import Path, Place
from dcsgen.base.repair import AddEntry, Change, Edit, Fix, RenameKey, Reorder, Repair, SetValue
from dcsgen.base.text import quoted
from dcsgen.base.tree import LeftOut, Mark, Tree
from dcsgen.repair.cannot import CannotRepairError
from dcsgen.repair.entries import added
from dcsgen.repair.order import reordered
from dcsgen.repair.scalars import key_text, value_text
from dcsgen.repair.spans import SCALAR, Node, Spans, spans_of


def fix_of(tree: Tree, repair: Repair, providers: Mapping[Path, str]) -> Fix:
    """A repair with its edits, or with the reason why there are none.

    `providers` says which plug-in gave which record: their files are not the project's to change.
    """
    try:
        edits = [edit for change in repair.changes for edit in _edits(tree, change, providers)]
    except CannotRepairError as reason:
        return Fix(title=repair.title, changes=repair.changes, refused=str(reason))
    return Fix(
        title=repair.title,
        changes=repair.changes,
        edits=tuple(sorted(set(edits))),
        keeps_facts=repair.keeps_facts,
    )


def _edits(tree: Tree, change: Change, providers: Mapping[Path, str]) -> Iterator[Edit]:
    provider = providers.get(change.path[:2])
    if provider:
        raise CannotRepairError(f"it stands in a file of the plug-in {quoted(provider)}, not in one of this project")
    mark = _mark(tree, change.path)
    source = tree.sources[mark.file if mark else 0]
    spans = spans_of(source.text)
    for start, end, text in _pieces(spans, mark, change):
        (line, column), (end_line, end_column) = spans.spot(start), spans.spot(end)
        yield Edit(Place(source.name, line + 1, column + 1), end_line + 1, end_column + 1, text)


def _pieces(spans: Spans, mark: Mark | None, change: Change) -> Iterator[tuple[int, int, str]]:
    """Beginning, end and new text of what a change comes to in its file."""
    match change:
        case AddEntry(_, key, value):
            yield added(spans, _value(spans, mark), key, value)
        case Reorder(_, order):
            yield from reordered(spans, _value(spans, mark), order)
        case SetValue(_, value):
            node = _single(_value(spans, mark))
            yield node.start, node.end, value_text(value, node.style, in_flow=node.in_flow)
        case RenameKey(_, key):
            node = _single(spans.key(mark.key_line, mark.key_column) if mark else None)
            yield node.start, node.end, key_text(key, node.style, in_flow=node.in_flow)


def _mark(tree: Tree, path: Path) -> Mark | None:
    """The mark of exactly this path; None for the outermost mapping, which has none."""
    node, found = tree.root, None
    for step in path:
        found = tree.marks.get(id(node), {}).get(step)
        if found is None or isinstance(step, LeftOut):
            raise CannotRepairError("it is not written down in a place of its own")
        node = node[step]
    return found


def _value(spans: Spans, mark: Mark | None) -> Node:
    node = spans.root if mark is None else spans.value(mark.line, mark.column)
    if node is None:
        raise CannotRepairError("there is no value to change")
    return node


def _single(node: Node | None) -> Node:
    if node is None or node.kind != SCALAR:
        raise CannotRepairError("it is not written as a single value")
    if node.decorated:
        raise CannotRepairError("an anchor or a tag belongs to it")
    return node
