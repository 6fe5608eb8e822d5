"""`dcsgen plugins`: which plug-ins there are, what they give, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from dcsgen.api import Host

SCHEMA_VERSION = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="write JSON, as described by `dcsgen schema plugins`")


def run(args: argparse.Namespace) -> int:
    """Write the list; trouble is shown below it and decides the exit code only with `--strict-plugins`."""
    from dcsgen.base.errors import EXIT_CLEAN, PluginError
    from dcsgen.base.terminal import write_out
    from dcsgen.builtin.command._host import project_host

    # Not strict: who looks for trouble wants to see all of it, not an end at the first.
    host = project_host(args, strict=False)
    write_out(_as_json(host) if args.json else _as_text(host, args.color))
    return PluginError.exit_code if args.strict_plugins and host.findings else EXIT_CLEAN


def _as_json(host: Host) -> str:
    from dcsgen.base.json_text import json_text

    plugins = [
        {
            "name": info.name,
            "version": info.version,
            "origin": info.origin,
            "location": info.location,
            "contributions": {hook: names for hook, names in info.contributions.items() if names},
        }
        for info in host.infos
    ]
    return json_text({"schema": SCHEMA_VERSION, "plugins": plugins, "findings": host.findings})


def _as_text(host: Host, choice: str) -> str:
    import sys

    from dcsgen import api
    from dcsgen.base.terminal import table, wants_colour
    from dcsgen.plugin.reporter import Report
    from dcsgen.version import __version__

    text = table(("plug-in", "version", "from", "gives", "names"), _rows(host), choice)
    if host.findings:
        report = Report(tool="dcsgen", version=__version__, files=(), findings=host.findings)
        text += "\n" + api.report_as(report, "text", host, wants_colour(sys.stdout, choice))
    return text


def _rows(host: Host) -> Iterator[tuple[str, ...]]:
    """A line for each sort of thing that a plug-in gives; the plug-in itself is named in the first of them."""
    for info in host.infos:
        origin = info.origin if info.origin == "built-in" else f"{info.origin} {info.location}"
        gives = [
            (hook.replace("_", " "), ", ".join(_shortened(names)))
            for hook, names in info.contributions.items()
            if names
        ]
        first, *others = sorted(gives) or [("nothing", "")]
        yield (info.name, info.version, origin, *first)
        for other in others:
            yield ("", "", "", *other)


def _shortened(names: Iterable[str]) -> Iterator[str]:
    """Names in their order; where three or more are numbered one after the other, as `S101 to S120`."""
    run: list[str] = []
    for name in (*names, ""):
        if run and name != _next(run[-1]):
            yield from run if len(run) < 3 else [f"{run[0]} to {run[-1]}"]
            run = []
        run.append(name)


def _next(name: str) -> str | None:
    """The name with the next number at its end, in as many digits: `S102` after `S101`; None if it has none."""
    stem = name.rstrip("0123456789")
    digits = name[len(stem) :]
    return f"{stem}{int(digits) + 1:0{len(digits)}}" if digits else None


COMMAND = Command(
    name="plugins",
    help="list the plug-ins and what they give",
    describe="Lists the plug-ins that dcsgen sees: its own parts, installed packages, and those of folders that "
    "`--plugins` or the configuration of the project names. Trouble with them is shown below; with `--strict-plugins` "
    "it makes the exit code 4.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen plugins",
        "dcsgen plugins --plugins ./our-plugins --strict-plugins",
        "dcsgen plugins --json",
    ),
)
