"""From the words to the command: dcsgen's own first, then those of plug-ins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dcsgen.cli.overview import overview
from dcsgen.cli.parser import Parser, global_options, parser_for


def run(words: Sequence[str]) -> int:
    """Run the command that the words name; gives its exit code, raises `DcsgenError`."""
    from dcsgen.builtin import builtin_commands

    builtin = {command.name: command for command in builtin_commands()}
    about_all = overview(builtin.values())
    name, others = split_at_command(words, about_all)
    if name is None:
        return _without_command(about_all, others)
    command = builtin.get(name)
    if command is not None:
        return command.run(parser_for(command).words(others))
    return _run_of_plugin(name, others, builtin)


def split_at_command(words: Sequence[str], parser: Parser) -> tuple[str | None, list[str]]:
    """The name of the command and all other words; global options may stand before the name."""
    position = 0
    while position < len(words):
        word = words[position]
        if not word.startswith("-"):
            return word, [*words[:position], *words[position + 1 :]]
        option, equals, _ = word.partition("=")
        position += 2 if parser.takes_value(option) and not equals else 1
    return None, list(words)


def _without_command(parser: Parser, words: Sequence[str]) -> int:
    from dcsgen.base.errors import UsageError
    from dcsgen.base.terminal import write_error

    parser.words(words)
    write_error(parser.format_help())
    return UsageError.exit_code


def _run_of_plugin(name: str, words: Sequence[str], builtin: Iterable[str]) -> int:
    """Run a command that is not dcsgen's own. What goes wrong inside is not dcsgen's fault, and says so."""
    from dcsgen import api
    from dcsgen.base.errors import DcsgenError, PluginError, UsageError
    from dcsgen.base.terminal import ReaderGoneError
    from dcsgen.base.text import did_you_mean, quoted

    options = global_options(words)
    host = api.open_host(folders=options.plugins, vendors=not options.no_plugins, strict=options.strict_plugins)
    found = {command.name: (provider, command) for provider, command in host.commands}
    if name not in found:
        hint = did_you_mean(name, [*builtin, *found])
        raise UsageError(
            f"there is no command {quoted(name)}" + (f"; {hint}" if hint else "") + "\n`dcsgen --help` lists all."
        )
    provider, command = found[name]
    try:
        return command.run(parser_for(command).words(words))
    except (DcsgenError, ReaderGoneError, BrokenPipeError):
        raise
    except Exception as error:
        sentence = f"the command {quoted(name)} of the plug-in {quoted(provider)} failed"
        raise PluginError(f"{sentence}: {type(error).__name__}: {error}") from error
