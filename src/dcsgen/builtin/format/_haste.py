"""What makes WeasyPrint fast: three things to do around a call of it that change nothing in its result.

Measured on documents of 50 to 600 pages: each gives a tenth to a third of the time back, together about a half.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_SLOTS = 300_000


@contextmanager
def without_collector() -> Iterator[None]:
    """Python's cyclic garbage collector is off meanwhile, for the whole process.

    A layout is millions of objects that live until the end: the collector walks through them again and again and
    frees nothing.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Makes all objects old ones: else the next small collection walks through them all at once. What is
            # garbage among them goes with the next full collection.
            gc.freeze()
            gc.unfreeze()
        if enabled:
            gc.enable()


def in_one_frame(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """`function(*args, **kwargs)`, with so large a frame under it that all frames above share one piece of memory.

    CPython keeps frames in pieces of 16 KiB, and maps and unmaps one each time that a call crosses the end of a
    piece. A deep recursion that happens to stand at such an end does so thousands of times a second.
    """
    return function(*args, **kwargs)


in_one_frame.__code__ = in_one_frame.__code__.replace(co_stacksize=_SLOTS)


@contextmanager
def pages_listed_once() -> Iterator[None]:
    """The references to all pages, which pydyf makes anew for each tagged element, are kept meanwhile.

    Without it the time for the tags grows with the square of the number of pages. The list is made again when a
    page was added, so that the values are the same.
    """
    from pydyf import PDF  # type: ignore[import-untyped]

    original = PDF.page_references

    def page_references(pdf: Any) -> tuple[bytes, ...]:
        kept: tuple[bytes, ...] = vars(pdf).get("_kept_references", ())
        if len(kept) != pdf.pages["Count"]:
            kept = pdf._kept_references = original.fget(pdf)
        return kept

    PDF.page_references = property(page_references)
    try:
        yield
    finally:
        PDF.page_references = original
