"""Questions as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from dcsgen.base.question import Question, Questionnaire
from dcsgen.base.tree import harmless

_WIDTH = 110


def write(questionnaire: Questionnaire) -> bytes:
    """Each question with its number and id, why it is asked and with what to answer."""
    return "\n".join(map(harmless, _lines(questionnaire))).encode() + b"\n"


def _lines(questionnaire: Questionnaire) -> Iterator[str]:
    count = len(questionnaire.questions)
    yield f"{questionnaire.title}: {count or 'none'}"
    for one in questionnaire.questions:
        yield ""
        yield from _question(one, several=len(questionnaire.products) > 1)


def _question(one: Question, *, several: bool) -> Iterator[str]:
    whose = f" of {one.product}" if several else ""
    yield f"{one.number:>3}  {one.about}{whose}"
    yield from _wrapped("", one.text)
    for why in one.why:
        yield from _wrapped("why: ", why)
    yield from _wrapped("answer with: ", one.takes + (f"; for example {one.example}" if one.example else ""))
    yield f"     {one.id}  {one.key}" + (f"  {one.clause}" if one.clause else "")


def _wrapped(start: str, text: str) -> Iterator[str]:
    yield from wrap(f"{start}{text}", _WIDTH, initial_indent=" " * 5, subsequent_indent=" " * (5 + len(start)))
