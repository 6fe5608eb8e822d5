"""Words by where they stand: rows of them, and what is written in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dcsgen.builtin.importer._pdf.letters import Word

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words in rows from above, each from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.middle):
        last = rows[-1][0] if rows else None
        if last is not None and word.middle - last.middle < 0.5 * max(
            last.box[3] - last.box[1], word.box[3] - word.box[1]
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda each: each.box[0]) for row in rows]


def joined_words(row: Sequence[Word]) -> str:
    """The text of a row; digits of foot notes become raised ones, so that they are no part of a number."""
    text = ""
    last: Word | None = None
    for word in row:
        said = word.text
        if last is not None:
            high = last.box[3] - last.box[1]
            small = word.box[3] - word.box[1] < 0.85 * high and word.middle < last.middle - 0.08 * high
            said = said.translate(_RAISED) if small and said.isdigit() else said
            text += "" if word.box[0] - last.box[2] < 0.1 * high else " "
        text += said
        last = word
    return text


def within(word: Word, left: float, right: float) -> Word | None:
    """The part of a word whose letters have their middle between two places; None if there is none."""
    if left - 1 <= word.box[0] and word.box[2] <= right + 1:
        return word
    if word.box[2] <= left or word.box[0] >= right:
        return None
    if word.aslant or len(word.edges) != len(word.text) + 1:
        return word if left <= (word.box[0] + word.box[2]) / 2 < right else None
    inside = [
        index for index in range(len(word.text)) if left <= (word.edges[index] + word.edges[index + 1]) / 2 < right
    ]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    box = (word.edges[first], word.box[1], word.edges[last], word.box[3])
    return word._replace(text=word.text[first:last], box=box, edges=word.edges[first : last + 1])
