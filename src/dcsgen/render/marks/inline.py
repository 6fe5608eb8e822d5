"""Words of a text that were added or removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from dcsgen.render.marks.align import runs
from dcsgen.render.marks.tree import Element, Mark, Run, Token, is_reference, open_tag

_SLOW = 250_000
"""Pairs of tokens from which on a quicker comparison is used, which finds less readable differences."""

_SHARED = 0.3
"""How much of the words two texts must share; otherwise one stands whole behind the other."""

_TAGS = {Mark.ADDED: "ins", Mark.REMOVED: "del"}


class Marked(NamedTuple):
    """HTML with marks, whether there are any in it, and whether in its own text, outside of the blocks in it."""

    html: str
    changed: bool
    own: bool = False


def merged(old: Run, new: Run) -> Marked:
    """The new text with the marks that turn the old one into it."""
    before, after = [token.key for token in old], [token.key for token in new]
    if before == after:
        return Marked(written((token, None) for token in new), False)
    marked: list[tuple[Token, Mark | None]] = []
    for equal, i1, i2, j1, j2 in _readable(before, after):
        if equal:
            marked += [(token, None) for token in new[j1:j2]]
        else:
            marked += [(token, Mark.REMOVED) for token in old[i1:i2]]
            marked += [(token, Mark.ADDED) for token in new[j1:j2]]
    return Marked(written(marked), True)


def all_of(run: Run, mark: Mark) -> str:
    """A text that was added or removed as a whole."""
    return written((token, mark) for token in run)


Step = tuple[bool, int, int, int, int]


def _readable(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """Stretches that are equal or not, without small equal ones between changes: nobody reads those."""
    steps: list[Step] = []
    for step in _compared(old, new):
        if step[0] and len(steps) > 0 and step[1:] != _end(old, new) and not _says_something(new[step[3] : step[4]]):
            step = (False, *step[1:])
        if steps and not steps[-1][0] and not step[0]:
            _, i1, _, j1, _ = steps.pop()
            step = (False, i1, step[2], j1, step[4])
        steps.append(step)
    shared = sum(_letters(new[j1:j2]) for same, _, _, j1, j2 in steps if same)
    most = max(_letters(old), _letters(new))
    return steps if shared >= _SHARED * most else [(False, 0, len(old), 0, len(new))]


def _letters(words: Iterable[str]) -> int:
    """How much the words of a text say."""
    return sum(len(word.partition("\0")[0]) for word in words if word[:1].isalnum())


def _end(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int, int]:
    """An equal stretch of one token at the very end, as a full stop is: it stays."""
    return len(old) - 1, len(old), len(new) - 1, len(new)


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterable[Step]:
    if len(old) * len(new) > _SLOW:
        return runs(old, new)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(tag == "equal", i1, i2, j1, j2) for tag, i1, i2, j1, j2 in steps]


def _says_something(words: Iterable[str]) -> bool:
    return any(word[:1].isalnum() for word in words)


def written(tokens: Iterable[tuple[Token, Mark | None]]) -> str:
    """Tokens as HTML, with the elements around them. An element that comes again has no id then."""
    return "".join(_pieces(tokens))


def _pieces(tokens: Iterable[tuple[Token, Mark | None]]) -> Iterator[str]:
    opened: list[tuple[Element, str]] = []
    seen: set[Element] = set()
    now: Mark | None = None
    for token, mark in tokens:
        path = [(each, _tag(each, mark)) for each in token.path]
        # What is gone leads nowhere.
        path = [(each, tag) for each, tag in path if tag]
        common = 0
        while common < min(len(opened), len(path)) and opened[common] == path[common]:
            common += 1
        if now and (now is not mark or common < max(len(opened), len(path))):
            yield f"</{_TAGS[now]}>"
            now = None
        while len(opened) > common:
            yield f"</{opened.pop()[1]}>"
        for each, tag in path[common:]:
            if tag == each.tag:
                yield open_tag(each, ids=mark is not Mark.REMOVED and each not in seen)
            else:
                yield f'<{tag} class="xref">'
            seen.add(each)
            opened.append((each, tag))
        if mark and mark is not now:
            yield f"<{_TAGS[mark]}>"
            now = mark
        yield token.html
    if now:
        yield f"</{_TAGS[now]}>"
    while opened:
        yield f"</{opened.pop()[1]}>"


def _tag(element: Element, mark: Mark | None) -> str:
    """The tag of an element around a word; none for a link that is gone, but references still look like some."""
    if mark is Mark.REMOVED and element.tag == "a":
        return "span" if is_reference(element) else ""
    return str(element.tag)
