"""docs/commands.md: what the commands say about themselves."""

from __future__ import annotations

from dcsgen.builtin import builtin_commands
from dcsgen.cli.overview import overview
from dcsgen.cli.parser import parser_for
from docs_pages.markdown import head, table

ENVIRONMENT = (
    ("`NO_COLOR`", "No colours, unless `--color always` asks for them."),
    ("`FORCE_COLOR`", "Colours even where the output is no terminal; `NO_COLOR` is stronger."),
    ("`DCSGEN_DEBUG`", "With `1`, an error that ends dcsgen shows its traceback."),
)

INTRODUCTION = """\
What `dcsgen --help` and `dcsgen COMMAND --help` show. Standard output gets the result of a command and nothing else;
findings of `build`, progress and errors go to standard error. The exit codes are listed with [`dcsgen`](#dcsgen).
"""


def page() -> str:
    """The text of the page."""
    own = builtin_commands()
    helps = [("dcsgen", overview(own).format_help())]
    helps += [(f"dcsgen {command.name}", parser_for(command).format_help()) for command in own]
    sections = [f"## {title}\n\n```text\n{text.rstrip()}\n```\n" for title, text in helps]
    environment = "## Environment variables\n\n" + table(("variable", "effect"), ENVIRONMENT)
    return "\n".join([head("Commands", "the help of the commands"), INTRODUCTION, *sections, environment])
