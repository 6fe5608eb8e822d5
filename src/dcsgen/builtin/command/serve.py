"""`dcsgen serve`: the document in a browser while its description is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse

    from dcsgen.api import Shown


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("description", metavar="DESCRIPTION", help="YAML file that describes the product")
    parser.add_argument("--port", metavar="PORT", type=_port, default=0, help="port to answer on (default: a free one)")
    parser.add_argument("--open", action="store_true", help="open the browser")
    parser.add_argument(
        "--layout", metavar="LAYOUT", help="outline of the document (default: the one that the description names)"
    )
    parser.add_argument(
        "--language",
        metavar="LANGUAGE",
        default="",
        help="language of the document, as for `dcsgen build` (default: the one that the description names)",
    )
    parser.add_argument("--config", metavar="FILE", help="configuration (default: the nearest dcsgen.toml)")
    parser.add_argument("--no-config", action="store_true", help="use no configuration and no list that is found")


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C; the address goes to standard output, a line for each look to standard error."""
    from contextlib import suppress
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, UsageError
    from dcsgen.base.terminal import write_error, write_out

    if args.config and args.no_config:
        raise UsageError("--config and --no-config contradict each other")
    serving = api.serve(
        Path(args.description),
        port=args.port,
        layout=args.layout,
        language=args.language,
        folders=args.plugins,
        vendors=not args.no_plugins,
        strict=args.strict_plugins,
        named=args.config and Path(args.config),
        configured=not args.no_config,
        tell=lambda shown: write_error(_told(shown)),
    )
    with serving, suppress(KeyboardInterrupt):
        write_out(f"{serving.url}\n")
        write_error("Ctrl-C ends it.\n")
        if args.open:
            import webbrowser

            if not webbrowser.open(serving.url):
                write_error("There is no browser that could be opened; open the address above.\n")
        serving.wait()
    return EXIT_CLEAN


def _told(shown: Shown) -> str:
    """A look at the description in one line."""
    from time import strftime

    from dcsgen.base.tree import harmless

    numbers: dict[str, int] = {}
    for finding in shown.findings:
        numbers[finding.severity.value] = numbers.get(finding.severity.value, 0) + 1
    words = [f"{number} {word}{'' if number == 1 else 's'}" for word, number in sorted(numbers.items())]
    what = f"built in {shown.seconds:.2f} s" if shown.current else "not built"
    return (
        f"{strftime('%H:%M:%S')} {', '.join([what, *words, *([harmless(shown.trouble)] if shown.trouble else [])])}\n"
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f'"{text}" is no port; write a number from 1 to 65535')
    return int(text)


COMMAND = Command(
    name="serve",
    help="show the document in a browser, anew after each save",
    describe="Builds the HTML of a description as `dcsgen build` does and shows it in a browser. Whenever one of its "
    "files is saved (also what it includes or extends, plug-ins from folders, templates), the page is built anew and "
    "loads itself again. Findings stand above it with their places; while there are errors, the last good page "
    "stays.\n\n"
    "Only this computer is answered (127.0.0.1), and nothing is written. The address goes to standard output.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen serve product.yaml --open",
        "dcsgen serve product.yaml --port 8000 --layout tr62266",
        "dcsgen serve product.yaml --language de",
    ),
)
