"""The questions of `dcsgen init` on a terminal. They go to standard error: standard output is for the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dcsgen.api import Host
    from dcsgen.plugin.starter import Starter

T = TypeVar("T")


def need_somebody(missing: Sequence[str]) -> None:
    """Raise `UsageError` with the options that are missing if nobody can be asked."""
    import sys

    from dcsgen.base.errors import UsageError
    from dcsgen.base.terminal import is_terminal
    from dcsgen.base.text import listed

    if is_terminal(sys.stdin) and is_terminal(sys.stderr):
        return
    raise UsageError(
        f"{listed(missing, 'and')} {'is' if len(missing) == 1 else 'are'} missing, and there is no terminal to ask on"
        "\n`dcsgen init --list` lists the types."
    )


def ask(host: Host, starter: Starter | None, answers: Mapping[str, str]) -> tuple[Starter, dict[str, str]]:
    """The starter, and all answers: those that are given, and those of the person at the terminal."""
    from functools import partial

    from dcsgen import api

    found = starter or _chosen([each for _, each in host.starters])
    known = dict(answers)
    for name in [question.name for question in api.questions(found)]:
        if name not in known:
            # What is offered follows from the answers before.
            (question,) = [each for each in api.questions(found, known) if each.name == name]
            known[name] = _asked(question.words, question.default, partial(_checked, name))
    return found, known


def _chosen(starters: Sequence[Starter]) -> Starter:
    from dcsgen.base.errors import UsageError
    from dcsgen.base.terminal import write_error
    from dcsgen.base.text import did_you_mean
    from dcsgen.base.tree import harmless

    width = max(len(starter.name) for starter in starters)
    write_error("What type of product is it?\n")
    for number, starter in enumerate(starters, start=1):
        write_error(f"{number:3}  {starter.name:{width}}  {harmless(starter.title.partition(':')[0])}\n")

    def chosen(text: str) -> Starter:
        if text.isascii() and text.isdigit() and 1 <= int(text) <= len(starters):
            return starters[int(text) - 1]
        for starter in starters:
            if starter.name == text.lower():
                return starter
        meant = did_you_mean(text.lower(), [starter.name for starter in starters])
        raise UsageError(f"write a number from 1 to {len(starters)}, or a name{f'; {meant}' if meant else ''}")

    return _asked("Type", "", chosen)


def _asked(words: str, default: str, read: Callable[[str], T]) -> T:
    """What a person answers; asked again until it can be used."""
    import sys

    from dcsgen.base.errors import UsageError
    from dcsgen.base.terminal import write_error

    while True:
        write_error(f"{words}{f' [{default}]' if default else ''}: ")
        line = sys.stdin.readline()
        if not line:
            write_error("\n")
            raise UsageError("the answers ended before all was asked; nothing was written")
        try:
            return read(line.strip() or default)
        except UsageError as error:
            write_error(f"  {error}\n")


def _checked(name: str, text: str) -> str:
    from dcsgen import api

    api.check_answer(name, text)
    return text
