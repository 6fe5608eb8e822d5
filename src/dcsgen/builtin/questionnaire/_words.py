"""Words that all forms of a questionnaire share."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.question import Question

HOW = (
    "Write each answer {place}, as it says under “Answer with”. A question that is left empty stays open; “none” or "
    "“not supported” are answers. Words that fit nowhere are welcome too: a person reads them. Leave ids and keys as "
    "they are, they say what was answered."
)
"""How to fill a sheet."""


def labelled(one: Question) -> Iterator[tuple[str, str]]:
    """What is told beside a question, by label."""
    for why in one.why:
        yield "Why", why
    yield "Answer with", one.takes
    if one.example:
        yield "For example", one.example
    if one.clause:
        yield "Clause", one.clause
    yield "Key", one.key
