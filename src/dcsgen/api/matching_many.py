"""Reads many descriptions and holds each against each: the matrix of who can use what of whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from math import ceil
from pathlib import Path
from typing import TypeVar

from msgspec import structs

from dcsgen.api.comparing import Side as Read
from dcsgen.api.loading import Loaded, without_errors
from dcsgen.api.parallel import workers_for
from dcsgen.api.sides import descriptions_in, read_side
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.interaction import Means
from dcsgen.base.place import Path as NodePath
from dcsgen.base.place import Place
from dcsgen.base.processes import allowed, at_most, can_copy, in_copies
from dcsgen.base.text import listed, quoted
from dcsgen.host import Host
from dcsgen.match.matrix import Pairs
from dcsgen.model.ability import Abilities, abilities
from dcsgen.model.prospect import prospects
from dcsgen.plugin.matrix import Group, Matrix, MatrixProduct
from dcsgen.version import __version__

MOST_FILES = 5
"""Files of one product that are told."""

T = TypeVar("T")
R = TypeVar("R")

PARTS = 8
"""Parts of the work for each process, so that none waits long for the others."""


def matrix(products: Iterable[MatrixProduct]) -> Matrix:
    """The matrix of some products, in their order; it is worked out row by row, when it is asked."""
    found = _labelled(tuple(products))
    pairs = Pairs([product.abilities for product in found])
    groups = {
        Group(one.group, one.means): None
        for product in found
        for one in (*product.abilities.uses.values(), *product.abilities.provides.values())
    }
    return Matrix(
        tool="dcsgen",
        version=__version__,
        products=found,
        groups=tuple(sorted(groups, key=lambda group: (list(Means).index(group.means), group.name))),
        rows=pairs.row,
        pairs=lambda user, provider: tuple(prospects(found[user].abilities, found[provider].abilities)),
        notes=tuple(_repeated(found)),
    )


def matrix_product(read: Read) -> MatrixProduct:
    """What a matrix needs of one product; raises `UnreadableInputError` for a description with errors."""
    file = read.tree.sources[0].name if isinstance(read, Loaded) and read.tree.sources else ""
    capability = without_errors(read, file or "the description") if isinstance(read, Loaded) else read
    found = abilities(capability)
    product = capability.product
    return MatrixProduct(
        label=product.name,
        name=product.name,
        version=product.version,
        vendor=product.vendor,
        file=file,
        abilities=found,
        places=dict(_places(read, found)) if isinstance(read, Loaded) else {},
    )


def read_products(
    words: Sequence[str],
    host: Host,
    jobs: int | None = None,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[MatrixProduct, ...]:
    """What words name, in their order: all that `read_side` reads, folders of several descriptions, and patterns.

    Many files are read by several processes, `jobs` of them if it is given; `tell` is told how many parts of the work
    are done. Raises `UsageError` for fewer than two products, and what `read_side` raises: for the first file that
    cannot be read.
    """
    files = files_of(words)
    workers = workers_for(list(map(Path, files)), jobs)
    return tuple(_good(in_parts(files, workers, lambda part: _read(part, host), tell)))


def files_of(words: Sequence[str]) -> list[str]:
    """The files that words stand for; raises `UsageError` if they are fewer than two."""
    files = [file for word in words for file in _files(word)]
    if len(files) < 2:
        raise UsageError(f"a matrix needs two products or more, not {len(files)}; name more files, or a folder of them")
    return files


def in_parts(
    whole: Sequence[T], workers: int, work: Callable[[Sequence[T]], list[R]], tell: Callable[[int, int], None]
) -> list[R]:
    """The results of some work, done in parts by several processes if there can be, in order.

    `tell` is told how many parts are done; 0 workers are as many as are good.
    """
    workers = (workers or allowed()) if can_copy() else 1
    size = ceil(len(whole) / (workers * PARTS))
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]
    done: list[int] = []

    def one_more() -> None:
        done.append(1)
        tell(len(done), len(parts))

    if workers == 1:
        results = []
        for part in parts:
            results.append(work(part))
            one_more()
    else:
        with at_most(workers):
            results = in_copies([partial(work, part) for part in parts], one_more)
    return [one for result in results for one in result]


def _read(files: Sequence[str], host: Host) -> list[MatrixProduct | UnreadableInputError]:
    found: list[MatrixProduct | UnreadableInputError] = []
    for file in files:
        try:
            found.append(matrix_product(read_side(file, host)))
        except UnreadableInputError as trouble:
            # The exception itself would not outlive its way back from another process with all that it refers to.
            found.append(UnreadableInputError(str(trouble)))
    return found


def _good(read: Iterable[MatrixProduct | UnreadableInputError]) -> Iterator[MatrixProduct]:
    every = list(read)
    wrong = [one for one in every if isinstance(one, UnreadableInputError)]
    if wrong:
        more = len(wrong) - 1
        others = f" {more} more of the files cannot be read either." if more else ""
        raise UnreadableInputError(f"{wrong[0]}{'' if not more or str(wrong[0]).endswith('.') else '.'}{others}")
    yield from (one for one in every if not isinstance(one, UnreadableInputError))


def _files(word: str) -> list[str]:
    """The files that a word stands for; itself, if it is neither a folder nor a pattern."""
    path = Path(word)
    if path.is_dir():
        inside = descriptions_in(path) or [
            file for each in sorted(path.iterdir()) if each.is_dir() for file in descriptions_in(each)
        ]
        # One that holds nothing is told by what reads it.
        return list(map(str, inside)) or [word]
    if any(sign in word for sign in "*?[") and not path.exists():
        found = sorted(map(str, Path(path.anchor).glob(str(path.relative_to(path.anchor)))))
        if not found:
            raise UnreadableInputError(f"no file is called like {quoted(word)}")
        return found
    return [word]


def _places(read: Loaded, found: Abilities) -> Iterator[tuple[NodePath, Place]]:
    for one in (*found.uses.values(), *found.provides.values()):
        for path in one.paths:
            place = read.tree.place(path, on_key=True)
            if place is not None:
                yield path, place


def _labelled(products: tuple[MatrixProduct, ...]) -> tuple[MatrixProduct, ...]:
    """The products with labels that tell them apart: by version, then by vendor, then by file, then by number."""
    labels = [product.name for product in products]
    for more in ("version", "vendor", "file"):
        many = Counter(labels)
        labels = [
            f"{label} {getattr(product, more)}".strip() if many[label] > 1 else label
            for label, product in zip(labels, products, strict=True)
        ]
    many = Counter(labels)
    labels = [f"{label} ({number})" if many[label] > 1 else label for number, label in enumerate(labels, 1)]
    return tuple(structs.replace(one, label=label) for one, label in zip(products, labels, strict=True))


def _repeated(products: Sequence[MatrixProduct]) -> Iterator[str]:
    """A sentence for each product that is there more than once."""
    same: dict[tuple[str, str, str], list[MatrixProduct]] = {}
    for product in products:
        same.setdefault((product.vendor, product.name, product.version), []).append(product)
    for (vendor, name, version), found in same.items():
        if len(found) > 1:
            files = [product.file for product in found]
            more = [f"{len(files) - MOST_FILES} more"] if len(files) > MOST_FILES else []
            inside = f"in {listed([*files[:MOST_FILES], *more], 'and')}"
            where = f"{files[0]} is named {len(files)} times" if len(set(files)) == 1 else inside
            yield f"{name} {version} of {vendor} is there {len(found)} times: {where}."
