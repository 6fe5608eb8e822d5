"""What `dcsgen import` does with a folder: all statements in it, and a catalogue of what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from dcsgen.api import ImportedFolder


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that are about folders."""
    group = parser.add_argument_group("folders of statements")
    group.add_argument(
        "--again", action="store_true", help="try those once more that could not be read before, or not whole"
    )
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        default="",
        help="let the Dask cluster with this scheduler read them, e.g. tcp://10.0.0.5:8786",
    )


def refuse(args: argparse.Namespace) -> None:
    """Raise `UsageError` for what is about folders, where none is imported."""
    from dcsgen.base.errors import UsageError

    if args.again or args.scheduler:
        raise UsageError("--again and --scheduler are for a folder of statements")


def run(args: argparse.Namespace) -> int:
    """Import the folder, and tell what could not be read; exit code 1 then, and 3 if nothing could be."""
    from pathlib import Path

    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN, EXIT_FINDINGS, UnreadableInputError, UsageError
    from dcsgen.base.terminal import progress_bar, write_out

    if len(args.files) > 1:
        raise UsageError("a folder is imported alone, with all that is in it: name only that")
    if not args.out:
        raise UsageError("name the folder for the drafts and the catalogue with -o")
    if args.decisions or any("=" in word for word in args.output):
        raise UsageError("--decisions and files of --output are for single documents, not for a folder")
    host = api.open_host(folders=args.plugins, vendors=not args.no_plugins, strict=args.strict_plugins)
    # A bar that ticks would be a second thread, and processes must not be forked beside one.
    with progress_bar(args.color, ticks=False) as progress:
        found = api.import_folder(
            Path(args.files[0]),
            Path(args.out),
            host,
            jobs=args.jobs,
            scheduler=args.scheduler,
            timeout=args.timeout or api.FOLDER_TIMEOUT,
            recognise=args.ocr,
            threshold=args.threshold,
            forms=args.output or ["yaml"],
            again=args.again,
            progress=progress,
        )
    write_out(told(found, Path(args.files[0]), Path(args.out)))
    if found.files and not found.with_draft:
        return UnreadableInputError.exit_code
    return EXIT_FINDINGS if found.troubles and not args.exit_zero else EXIT_CLEAN


def told(found: ImportedFolder, folder: Path, out: Path) -> str:
    """What was read and what was not, each file with its sentence."""
    from dcsgen.base.tree import harmless

    counts = [
        f"{len(found.read)} read now",
        f"{len(found.known)} known from before" if found.known else "",
        f"{len(found.duplicates)} the same as others" if found.duplicates else "",
        f"{len(found.troubles)} not read, or not whole" if found.troubles else "",
        f"{len(found.passed_over)} of no kind that is read" if found.passed_over else "",
    ]
    lines = [f"{folder}: {_files(found.files)}; {', '.join(part for part in counts if part)}"]
    lines += [f"  {_short(one.file, folder)}: {one.status.value}: {one.sentence}" for one in found.troubles]
    lines += [f"  {_short(one.file, folder)}: passed over, it is of no kind that is read" for one in found.passed_over]
    lines += [
        f"  {_short(file, folder)}: the same as {_short(other, folder)}" for file, other in found.duplicates.items()
    ]
    lines.append(f"  drafts and catalogue are in {out}; `dcsgen catalog list {out}` lists them")
    return "".join(f"{harmless(line)}\n" for line in lines)


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def _short(file: Path, folder: Path) -> str:
    return str(file.relative_to(folder.absolute()))
