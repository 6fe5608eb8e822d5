"""The forms of questionnaires by name, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.question import Answer, Questionnaire
from dcsgen.base.text import did_you_mean, listed, quoted
from dcsgen.builtin.questionnaire import docx, markdown, text, xlsx


class SheetForm(NamedTuple):
    """A form in which questions are written; `read` gets the answers back out of a filled sheet."""

    write: Callable[[Questionnaire], bytes]
    read: Callable[[bytes, str], tuple[Answer, ...]] | None = None
    suffix: str = ""
    binary: bool = False


FORMS = {
    "text": SheetForm(text.write),
    "markdown": SheetForm(markdown.write, markdown.read, ".md"),
    "docx": SheetForm(docx.write, docx.read, ".docx", binary=True),
    "xlsx": SheetForm(xlsx.write, xlsx.read, ".xlsx", binary=True),
}


def form(name: str) -> SheetForm:
    """The form of a name; raises `UsageError` if there is none."""
    if name not in FORMS:
        hint = did_you_mean(name, FORMS) or f"there are {listed(list(FORMS), 'and')}"
        raise UsageError(f"there is no form of questions {quoted(name)}: {hint}")
    return FORMS[name]


def answers_in(file: Path, data: bytes) -> tuple[Answer, ...]:
    """The answers in a filled sheet; raises `UnreadableInputError` for a file of another kind."""
    for one in FORMS.values():
        if one.read is not None and file.suffix.casefold() == one.suffix:
            return one.read(data, str(file))
    kinds = listed([one.suffix for one in FORMS.values() if one.suffix], "or")
    raise UnreadableInputError(f"{file} is no sheet of questions: its name ends in {kinds}.")
