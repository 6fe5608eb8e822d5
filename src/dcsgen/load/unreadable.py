"""Errors for a file that cannot be read on: the kind, the place and the line, in one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Place, finding_of
from dcsgen.base.tree import harmless

if TYPE_CHECKING:
    from dcsgen.base.finding import Kind
    from dcsgen.base.tree import Source

_SHOWN = 60


def whole_file(kind: Kind, name: str, message: str, hint: str) -> UnreadableInputError:
    """The error for a file as a whole; `message` is a sentence that names it. Its finding points at the start."""
    finding = finding_of(kind.at((), message, hint=hint), place=Place(name, 1, 1))
    return UnreadableInputError(_sentences(message, hint), finding)


def at_spot(kind: Kind, source: Source, line: int, column: int, message: str, hint: str) -> UnreadableInputError:
    """The error for a spot in a file; `line` and `column` count from 0, as marks do."""
    place = Place(source.name, line + 1, column + 1)
    finding = finding_of(kind.at((), message, hint=hint), place=place, excerpt=source.line(line + 1))
    return UnreadableInputError(f"{place}: {_sentences(message, hint)}", finding)


def shown(text: str) -> str:
    """Text of the user for use in a message: harmless, in backquotes, shortened in its middle if it is long."""
    if len(text) > _SHOWN:
        text = f"{text[: _SHOWN // 2]}…{text[-_SHOWN // 2 + 1 :]}"
    return f"`{harmless(text)}`"


def _sentences(message: str, hint: str) -> str:
    return f"{message}. {hint[:1].upper()}{hint[1:]}." if hint else f"{message}."
