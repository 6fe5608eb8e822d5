"""The command line from its words to its exit code.

Nothing is imported here that `dcsgen --version` does not need.
"""

from __future__ import annotations

import atexit
import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Run one command. `argv` are the words after `dcsgen`, by default those of the process; gives the exit code."""
    words = sys.argv[1:] if argv is None else argv
    try:
        code = _run(words)
        _flush()
    except BaseException as error:
        from dcsgen.cli.outcome import exit_code_of

        return exit_code_of(error, words)
    return code


def _run(words: list[str]) -> int:
    if words[:1] in (["--version"], ["-V"]):
        from dcsgen.version import __version__

        _print(f"dcsgen {__version__}\n")
        return 0
    from dcsgen.cli.dispatch import run

    # Python ends by looking through all objects for garbage, half a second after a PDF; frozen ones it leaves alone.
    atexit.register(gc.freeze)
    # A command lives shortly and makes little garbage: looking for it a hundred times costs a twentieth of a build.
    gc.set_threshold(100_000, 20, 100)
    return run(words)


def _flush() -> None:
    """See to it that what commands have printed arrives; a full disk is noticed only here."""
    _print("")


def _print(text: str) -> None:
    """Like `base.terminal.write_out`, which takes longer to import than `--version` may last."""
    try:
        print(text, end="", flush=True)
    except OSError:
        from dcsgen.base.terminal import write_out

        # It fails here too, and says so in the proper words.
        write_out(text)
