"""Parsers for the words of a command, with the options that every command has."""

from __future__ import annotations

import argparse
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dcsgen.plugin.command import Command

HELP_WIDTH = 80
"""The same everywhere, so that a page of the manual is what a terminal shows."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `UsageError`, with "did you mean", and whose help is written like any output."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "arguments"
        # Python 3.14 would colour by its own rules.
        self.color = False

    def words(self, words: Sequence[str]) -> argparse.Namespace:
        """The arguments that the words mean; raises `UsageError`."""
        args, unknown = self._parsed(words)
        if unknown:
            self.error(self._too_much(unknown))
        return args

    def _parsed(self, words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
        # Files may stand on both sides of an option; only that way of parsing does not understand "--".
        if "--" not in words:
            with suppress(TypeError):  # A command that takes "all the rest" cannot be parsed so either.
                return self.parse_known_intermixed_args(words)
        return self.parse_known_args(words)

    def takes_value(self, option: str) -> bool:
        """Whether the word after an option belongs to it; raises `UsageError` if there is no such option."""
        action = next((action for action in self._actions if option in action.option_strings), None)
        if action is None:
            self.error(f"{self._too_much([option])} before a command; the command's own stand after its name")
        return action.nargs != 0

    def error(self, message: str) -> NoReturn:
        """Instead of printing the usage and leaving: one sentence, and where to read on."""
        from dcsgen.base.errors import UsageError

        raise UsageError(f"{message}\n`{self.prog} --help` shows how it is used.")

    def _too_much(self, unknown: Sequence[str]) -> str:
        from dcsgen.base.text import quoted

        option = next((word for word in unknown if word.startswith("-") and word != "-"), None)
        if option is None:
            return f"{quoted(unknown[0])} is one argument too many"
        name = option.partition("=")[0]
        known = [option for action in self._actions for option in action.option_strings]
        return f"there is no option {quoted(name)}{_perhaps(name, known)}"

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        # The only way to give choices a "did you mean" for commands that know nothing of this class.
        from dcsgen.base.text import listed, quoted

        if action.choices is not None and value not in action.choices:
            choices = [str(choice) for choice in action.choices]
            perhaps = _perhaps(str(value), choices)
            raise argparse.ArgumentError(action, f"must be {listed(choices, 'or')}, not {quoted(value)}{perhaps}")


class _Formatter(argparse.HelpFormatter):
    """Paragraphs are filled, indented lines stay; an option's value is named once."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=HELP_WIDTH)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from textwrap import fill

        lines = (
            line if line.startswith(" ") else fill(line, width, break_on_hyphens=False) for line in text.split("\n")
        )
        return "\n".join(lines)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {value}"


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from dcsgen.base.terminal import write_out

        write_out(parser.format_help())
        parser.exit()


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from dcsgen.base.terminal import write_out
        from dcsgen.version import __version__

        write_out(f"dcsgen {__version__}\n")
        parser.exit()


def parser_for(command: Command) -> Parser:
    """The parser of one command: its own arguments and the global options."""
    examples = "".join(f"\n  {example}" for example in command.examples)
    parser = Parser(f"dcsgen {command.name}", command.describe, f"examples:{examples}" if examples else "")
    command.configure(parser)
    # Only now, because the usage shall be one line and show what is special about this command.
    parser.usage = _one_line(parser.format_usage(), parser)
    add_global_options(parser)
    _add_answers(parser)
    return parser


def _one_line(usage: str, parser: Parser) -> str:
    """The usage without its first word, with `[OPTIONS]` for all of them if it would be too long for a line."""
    line = " ".join(usage.partition(":")[2].split())
    if len(f"usage: {line}") > HELP_WIDTH:
        arguments = [part for action in parser._actions if not action.option_strings for part in _words(action)]
        line = " ".join([parser.prog, "[OPTIONS]", *arguments])
    return line.replace("%", "%%")


def _words(action: argparse.Action) -> list[str]:
    """An argument as the usage shows it."""
    name = str(action.metavar or action.dest)
    return {"?": [f"[{name}]"], "*": [f"[{name} ...]"], "+": [name, f"[{name} ...]"]}.get(str(action.nargs), [name])


def overview_parser(description: str, epilog: str) -> Parser:
    """The parser for `dcsgen` without a command."""
    parser = Parser("dcsgen", description, epilog)
    parser.usage = "dcsgen COMMAND [ARGUMENTS]"
    add_global_options(parser)
    _add_answers(parser)
    return parser


def global_options(words: Sequence[str]) -> argparse.Namespace:
    """The global options among words of which the others are not understood yet; raises `UsageError`."""
    parser = Parser("dcsgen", "", "")
    add_global_options(parser)
    return parser.parse_known_args(words)[0]


def add_global_options(parser: Parser) -> None:
    """`plugins` (a list of paths), `no_plugins`, `strict_plugins` (bools) and `color` (a word)."""
    group = parser.add_argument_group("global options, before or after the command")
    group.add_argument(
        "--plugins",
        metavar="DIR",
        type=_folder,
        action="append",
        default=[],
        help="load plug-ins from this folder too; may be repeated",
    )
    group.add_argument("--no-plugins", action="store_true", help="load no installed plug-ins")
    group.add_argument("--strict-plugins", action="store_true", help="stop with 4 if a plug-in fails")
    group.add_argument(
        "--color",
        metavar="WHEN",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto, always or never; auto obeys NO_COLOR and FORCE_COLOR (default: auto)",
    )


def _add_answers(parser: Parser) -> None:
    group = parser.add_argument_group("help")
    group.add_argument("-h", "--help", action=_Help, nargs=0, default=argparse.SUPPRESS, help="show this")
    group.add_argument("-V", "--version", action=_Version, nargs=0, default=argparse.SUPPRESS, help="show the version")


def _folder(text: str) -> Path:
    # Imported here, because it is a tenth of the time of `--help`.
    from pathlib import Path

    return Path(text)


def _perhaps(word: str, known: Sequence[str]) -> str:
    from dcsgen.base.text import did_you_mean

    hint = did_you_mean(word, known)
    return f"; {hint}" if hint else ""
