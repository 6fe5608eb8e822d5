"""`dcsgen git-diff`: what git calls to show what changed in a description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse

WHOLE, RENAMED, UNMERGED = 7, 9, 1
"""So many words git gives."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "words",
        metavar="WORD",
        nargs="+",
        help="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE, as git gives them",
    )


def run(args: argparse.Namespace) -> int:
    """Write what differs. The exit code is 0 whatever it is, since git takes any other for a failure."""
    import sys
    from datetime import date
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.terminal import wants_colour, write_out
    from dcsgen.base.tree import harmless
    from dcsgen.builtin.command._words import plugin_folders

    words = args.words
    if len(words) == UNMERGED:
        write_out(f"{harmless(words[0])} is not merged\n")
        return EXIT_CLEAN
    if len(words) not in (WHOLE, RENAMED):
        raise UsageError("git-diff takes the seven words that git gives to a diff driver: see docs/changes.md")
    old = api.Version(words[0], Path(words[1]))
    new = api.Version(words[7] if len(words) == RENAMED else words[0], Path(words[4]))
    place = Path(new.name)
    asked = api.configurations([place])[place]
    folders = plugin_folders(args, {place: asked})
    host = api.open_host(folders=folders, vendors=not args.no_plugins, strict=args.strict_plugins)
    colour = wants_colour(sys.stdout, args.color)
    for shown in api.git_differences(old, new, host, configuration=asked, today=date.today()):
        text = shown.text
        if shown.difference is not None:
            text = api.write_differences(shown.difference, api.change_outputs(["text"], host), host, colour)
        write_out(f"dcsgen: {shown.title}\n{text}\n")
    return EXIT_CLEAN


COMMAND = Command(
    name="git-diff",
    help="show git what changed in a description",
    describe="For git, not for people: with `diff.dcsgen.command` set to `dcsgen git-diff`, `git diff` says of "
    "descriptions and documents what `dcsgen diff` says. What a description draws in is taken from the working tree, "
    "and a file that is drawn in is shown as a part of the descriptions that do. What is no description is compared as "
    "text.",
    configure=configure,
    run=run,
    examples=(
        'git config diff.dcsgen.command "dcsgen git-diff"',
        "echo '*.yaml diff=dcsgen' >> .gitattributes",
        "git diff v1.2 -- product.yaml",
    ),
)
