"""Builds several descriptions, in several layouts, in one run: none hides what is wrong with another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from dcsgen.api.building import BuildResult, Order, documents, known_layout, placed, unchanged
from dcsgen.api.checking import Progress
from dcsgen.api.judging import Asked
from dcsgen.api.made import Documents
from dcsgen.base.cache import keeping
from dcsgen.base.errors import DcsgenError, UsageError
from dcsgen.base.output import write_all
from dcsgen.base.processes import allowed, at_most, can_copy, in_copies
from dcsgen.check.configuration import DEFAULT
from dcsgen.host import Host


class Built(Struct, frozen=True):
    """A description in one layout, None for its own one: what was built, or the error that kept it from being."""

    file: Path
    layout: str | None
    result: BuildResult | None = None
    error: DcsgenError | None = None


def build_all(
    files: Sequence[Path],
    *,
    out: Path,
    formats: Sequence[str],
    layouts: Sequence[str] = (),
    host: Host,
    configuration: Asked = DEFAULT,
    language: str = "",
    docx_template: Path | None = None,
    since: str | None = None,
    draft_history: Path | None = None,
    jobs: int | None = None,
    keep: bool = False,
    progress: Progress | None = None,
) -> tuple[Built, ...]:
    """Write the statements of descriptions in some formats into the folder `out`; gives what came of each, in order.

    Without `layouts` each has its own one. A file is called like its description, with the suffix of its format; if
    there are several layouts, with the name of the layout between. All files of what could be built are written
    together, or none; one that is as it should be is left alone. `configuration` is for all descriptions, or for
    each of them. `language` is that of the documents, of each description's own if there is none. `jobs` is the
    number of processes, None for one on each core; the files are the same with any number. With `keep`, results are
    kept in the user's cache folder, and taken from there if nothing has changed.

    `since` is an older description or document, as for `build`: all that differs from it is marked, and
    `draft_history` is a file for the entry of the revision history that says so. Of several descriptions there is no
    draft, and what they are marked against is a revision of git.

    Raises `UsageError` for an unknown one of several layouts, for results that would have the same name and for one
    that would take the place of a description, `OutputError` if a result cannot be written. What is wrong with one
    description, whatever `documents` raises, is in its `Built`.
    """
    if since is not None and len(set(files)) > 1 and (draft_history or not since.startswith("git:")):
        what = "the draft of a revision history" if draft_history else f"the older document {since}"
        raise UsageError(f"{what} is that of one description: build them one by one, or all since git:REVISION")
    orders = {
        stem: Order(
            file=file,
            formats=formats,
            layout=name,
            configuration=configuration[file] if isinstance(configuration, Mapping) else configuration,
            language=language,
            docx_template=docx_template,
            since=since,
        )
        for stem, file, name in _named(list(dict.fromkeys(files)), list(dict.fromkeys(layouts)) or [None])
    }
    if len(orders) > 1:
        for layout in layouts:
            known_layout(layout, host)
    # Of several at once, nobody could tell whose steps they are.
    make = partial(_made, host=host, progress=progress if len(orders) == 1 else None)
    with at_most(jobs), keeping(keep):
        made = _each(list(orders.values()), make, progress)
    written: dict[Path, bytes] = {}
    built = []
    for (stem, order), each in zip(orders.items(), made, strict=True):
        if isinstance(each, DcsgenError):
            built.append(Built(order.file, order.layout, error=each))
            continue
        paths, result = placed(order, each, out / stem, host, draft_history)
        written |= paths
        built.append(Built(order.file, order.layout, result))
    write_all({path: content for path, content in written.items() if not unchanged(path, content)})
    return tuple(built)


def _named(files: Sequence[Path], layouts: Sequence[str | None]) -> Iterator[tuple[str, Path, str | None]]:
    """What is to be made, each after the name of its files without their suffix; no two have the same."""
    names: dict[str, Path] = {}
    for file in files:
        for layout in layouts:
            stem = f"{file.stem}.{layout}" if len(layouts) > 1 else file.stem
            # On some disks large and small letters are the same.
            if stem.casefold() in names:
                raise UsageError(
                    f"{names[stem.casefold()]} and {file} would both become {stem}: "
                    "build them one by one, into folders of their own"
                )
            names[stem.casefold()] = file
            yield stem, file, layout


def _each(
    orders: Sequence[Order], make: Callable[[Order], Documents | DcsgenError], progress: Progress | None
) -> list[Documents | DcsgenError]:
    """What comes of each order, made by several processes where that can be."""
    done = 0

    def tell(finished: int = 1) -> None:
        nonlocal done
        done += finished
        if progress is not None and len(orders) > 1:
            progress("building", done, len(orders))

    tell(0)
    if len(orders) > 1 and allowed() > 1 and can_copy():
        share = max(1, allowed() // len(orders))
        return in_copies([partial(_alone, make, order, share) for order in orders], tell)
    made = []
    for order in orders:
        made.append(make(order))
        tell()
    return made


def _alone(make: Callable[[Order], Documents | DcsgenError], order: Order, share: int) -> Documents | DcsgenError:
    with at_most(share):
        return make(order)


def _made(order: Order, host: Host, progress: Progress | None) -> Documents | DcsgenError:
    try:
        return documents(order, host, progress)
    except DcsgenError as error:
        return error
