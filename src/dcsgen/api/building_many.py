"""Builds several descriptions, in several layouts, in one run: none hides what is wrong with another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from dcsgen.api.building import BuildResult, documents, known_layout, unchanged
from dcsgen.api.checking import Progress
from dcsgen.api.judging import Asked
from dcsgen.api.made import Documents
from dcsgen.api.older import add_draft
from dcsgen.base.cache import keeping
from dcsgen.base.errors import DcsgenError, UsageError
from dcsgen.base.output import spare, write_all
from dcsgen.base.processes import allowed, at_most, can_copy, in_copies
from dcsgen.check.configuration import DEFAULT
from dcsgen.host import Host


class Built(Struct, frozen=True):
    """A description in one layout, None for its own one: what was built, or the error that kept it from being."""

    file: Path
    layout: str | None
    result: BuildResult | None = None
    error: DcsgenError | None = None


class _Order(Struct, frozen=True):
    file: Path
    layout: str | None
    stem: str


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
    orders = _orders(list(dict.fromkeys(files)), list(dict.fromkeys(layouts)) or [None])
    if len(orders) > 1:
        for layout in layouts:
            known_layout(layout, host)
    make = partial(
        _made,
        formats=formats,
        host=host,
        configuration=configuration,
        docx_template=docx_template,
        language=language,
        since=since,
        # Of several at once, nobody could tell whose steps they are.
        progress=progress if len(orders) == 1 else None,
    )
    with at_most(jobs), keeping(keep):
        made = _each(orders, make, progress)
    suffixes = {format.name: format.suffix for _, format in host.formats}
    others = [each for each in (since, docx_template) if each]
    written: dict[Path, bytes] = {}
    built = []
    for order, each in zip(orders, made, strict=True):
        if isinstance(each, DcsgenError):
            built.append(Built(order.file, order.layout, error=each))
            continue
        paths = {out / f"{order.stem}{suffixes[name]}": content for name, content in each.contents.items()}
        if draft_history is not None and each.since is not None:
            add_draft(paths, draft_history, each.since)
        spare([*each.sources, *others], paths)
        written |= paths
        built.append(
            Built(order.file, order.layout, BuildResult(tuple(paths), each.findings, each.completeness, each.since))
        )
    write_all({path: content for path, content in written.items() if not unchanged(path, content)})
    return tuple(built)


def _orders(files: Sequence[Path], layouts: Sequence[str | None]) -> list[_Order]:
    """What is to be made, each with the name of its files without their suffix; no two have the same."""
    orders = [
        _Order(file, layout, f"{file.stem}.{layout}" if len(layouts) > 1 else file.stem)
        for file in files
        for layout in layouts
    ]
    names: dict[str, _Order] = {}
    for order in orders:
        # On some disks large and small letters are the same.
        other = names.setdefault(order.stem.casefold(), order)
        if other is not order:
            raise UsageError(
                f"{other.file} and {order.file} would both become {order.stem}: "
                "build them one by one, into folders of their own"
            )
    return orders


def _each(
    orders: Sequence[_Order], make: Callable[[_Order], Documents | DcsgenError], progress: Progress | None
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


def _alone(make: Callable[[_Order], Documents | DcsgenError], order: _Order, share: int) -> Documents | DcsgenError:
    with at_most(share):
        return make(order)


def _made(
    order: _Order,
    *,
    formats: Sequence[str],
    host: Host,
    configuration: Asked,
    docx_template: Path | None,
    language: str,
    since: str | None,
    progress: Progress | None,
) -> Documents | DcsgenError:
    asked = configuration[order.file] if isinstance(configuration, Mapping) else configuration
    try:
        return documents(
            order.file,
            formats=formats,
            layout=order.layout,
            host=host,
            configuration=asked,
            docx_template=docx_template,
            language=language,
            since=since,
            progress=progress,
        )
    except DcsgenError as error:
        return error
