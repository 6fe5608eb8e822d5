"""The text of a paragraph that is being read: runs, with white space as browsers show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import structs

from dcsgen.builtin.format._blocks import Run, change_of

_SPACES = re.compile(r"[ \t\r\n\f]+")


class Look(NamedTuple):
    """How text looks at a place of the tree."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    soft: bool = False
    href: str = ""
    change: str = ""


PLAIN = Look()


class Text:
    """Runs of the paragraph that is being read, with white space as browsers show it."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    def add(self, text: str, look: Look) -> None:
        text = _SPACES.sub(" ", text)
        if text.startswith(" ") and self._ends_with_space():
            text = text[1:]
        if not text:
            return
        self.runs.append(Run(text, *look))

    def break_line(self) -> None:
        """A new line, unless the text is at the beginning of one."""
        if self.runs and not self.runs[-1].text.endswith("\n"):
            self.force_break()

    def force_break(self) -> None:
        """A new line."""
        self._strip()
        self.runs.append(Run("\n"))

    def taken(self) -> tuple[Run, ...]:
        """The runs so far, without space at the ends; the next paragraph begins."""
        while self.runs and self.runs[-1].text == "\n":
            self.runs.pop()
        self._strip()
        runs, self.runs = self.runs, []
        return tuple(_with_breaks(runs) if any(run.change for run in runs) else runs)

    def _ends_with_space(self) -> bool:
        return not self.runs or self.runs[-1].text[-1] in " \n"

    def _strip(self) -> None:
        if self.runs and self.runs[-1].text.endswith(" "):
            last = self.runs.pop()
            if stripped := last.text.rstrip(" "):
                self.runs.append(structs.replace(last, text=stripped))


def _with_breaks(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, with line breaks that come and go with the line before or behind them."""
    lines = [[*line] for _, line in groupby(runs, key=lambda run: run.text == "\n")]
    for index, line in enumerate(lines):
        if line[0].text == "\n":
            before = change_of(lines[index - 1]) if index else ""
            change = before or (change_of(lines[index + 1]) if index + 1 < len(lines) else "")
            yield from (structs.replace(run, change=change) for run in line)
        else:
            yield from line
