"""Which things of two lists belong together: equal ones, those of the same name, those that are most alike."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz.distance import Indel, LCSseq

T = TypeVar("T")

_CHUNK = 50
"""The most things on each side that are compared each with each: that keeps the time linear."""


class Pair(NamedTuple, Generic[T]):
    """An old thing and the new one that it became; None where there is none."""

    old: T | None
    new: T | None
    equal: bool = False


class Traits(NamedTuple):
    """By what a thing is known: `whole` is equal for equal ones, `name` lasts when the rest changes (None for no name),
    `kind` is what only such of the same can become, `words` are compared where names are no help."""

    whole: Hashable
    name: Hashable | None
    kind: Hashable
    words: Callable[[], Sequence[str]]
    alike: float
    """How much of the words must be the same, from 0 to 1, for a thing of another name."""


def align(old: Sequence[T], new: Sequence[T], traits: Callable[[T], Traits]) -> list[Pair[T]]:
    """Pairs in an order that keeps that of both lists; what is removed stands before what is added there."""
    olds, news = [(each, traits(each)) for each in old], [(each, traits(each)) for each in new]
    pairs: list[Pair[T]] = []
    wholes = [known.whole for _, known in olds], [known.whole for _, known in news]
    for equal, i1, i2, j1, j2 in runs(*wholes):
        if equal:
            pairs += [Pair(a, b, True) for (a, _), (b, _) in zip(olds[i1:i2], news[j1:j2], strict=True)]
        else:
            pairs += _by_name(olds[i1:i2], news[j1:j2])
    return pairs


def runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Stretches of two lists that are equal, and what lies between: `equal, i1, i2, j1, j2` as in `difflib`."""
    i = j = 0
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            if i < step.src_start or j < step.dest_start:
                yield False, i, step.src_start, j, step.dest_start
            yield True, step.src_start, step.src_end, step.dest_start, step.dest_end
            i, j = step.src_end, step.dest_end
    if i < len(old) or j < len(new):
        yield False, i, len(old), j, len(new)


_Known = tuple[T, Traits]


def _by_name(olds: Sequence[_Known[T]], news: Sequence[_Known[T]]) -> Iterator[Pair[T]]:
    if not olds or not news:
        yield from _apart(olds, news)
        return
    # Things without a name are not equal to anything.
    names = [
        [(known.kind, known.name) if known.name is not None else (index, side) for index, (_, known) in enumerate(all)]
        for side, all in (("old", olds), ("new", news))
    ]
    for equal, i1, i2, j1, j2 in runs(*names):
        if equal:
            yield from (Pair(a, b) for (a, _), (b, _) in zip(olds[i1:i2], news[j1:j2], strict=True))
        else:
            yield from _by_words(olds[i1:i2], news[j1:j2])


def _by_words(olds: Sequence[_Known[T]], news: Sequence[_Known[T]]) -> Iterator[Pair[T]]:
    pieces = max(-(-max(len(olds), len(news)) // _CHUNK), 1)
    for piece in range(pieces):
        a = olds[len(olds) * piece // pieces : len(olds) * (piece + 1) // pieces]
        b = news[len(news) * piece // pieces : len(news) * (piece + 1) // pieces]
        yield from _most_alike(a, b) if a and b else _apart(a, b)


def _most_alike(olds: Sequence[_Known[T]], news: Sequence[_Known[T]]) -> Iterator[Pair[T]]:
    """The pairs that are most alike together, in the order of both lists."""
    letters: dict[str, str] = {}

    def text(known: Traits) -> str:
        """The words, each as one character: so a library for texts compares them."""
        return "".join(letters.setdefault(word, chr(0x100 + len(letters))) for word in known.words())

    a, b = [text(known) for _, known in olds], [text(known) for _, known in news]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    score = [[0.0] * len(b) for _ in a]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            one, other = olds[i][1], news[j][1]
            if one.kind == other.kind:
                score[i][j] = Indel.normalized_similarity(a[i], b[j], score_cutoff=max(one.alike, other.alike))
            best[i][j] = max(best[i + 1][j], best[i][j + 1], score[i][j] and score[i][j] + best[i + 1][j + 1])
    i = j = 0
    gone: list[_Known[T]] = []
    come: list[_Known[T]] = []
    while i < len(a) and j < len(b):
        if score[i][j] and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            yield from _apart(gone, come)
            gone, come = [], []
            yield Pair(olds[i][0], news[j][0])
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            gone.append(olds[i])
            i += 1
        else:
            come.append(news[j])
            j += 1
    yield from _apart([*gone, *olds[i:]], [*come, *news[j:]])


def _apart(olds: Sequence[_Known[T]], news: Sequence[_Known[T]]) -> Iterator[Pair[T]]:
    yield from (Pair(old, None) for old, _ in olds)
    yield from (Pair(None, new) for new, _ in news)
