"""WeasyPrint at work: as fast as it can be, fetching nothing, saying nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, NamedTuple

from dcsgen.base.errors import DcsgenError
from dcsgen.builtin.format._haste import pages_listed_once, without_collector
from dcsgen.builtin.format._shortcuts import libraries_found_by_name, shortcuts

DEBIAN_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""Where Debian and Ubuntu keep the libraries that WeasyPrint loads."""

# Prose may link to something that the document lacks; that is a finding about the description, reported elsewhere.
_LINK_TROUBLE = ("No anchor", "Content discarded")

# What makes it fast changes WeasyPrint and the collector meanwhile, for all threads.
_ONE_AT_A_TIME = Lock()


class Engine(NamedTuple):
    """The module, and the fetcher that everything which reads something must be given."""

    weasyprint: Any
    fetcher: Any


@contextmanager
def at_work(html: str) -> Iterator[Engine]:
    """WeasyPrint for one page of HTML.

    Pictures, fonts and style sheets come from `data:` URIs or not at all. Raises `DcsgenError` if WeasyPrint or
    a library of its is missing, and if the page asks for something that cannot be had.
    """
    with _ONE_AT_A_TIME, without_collector():
        engine = Engine(weasyprint(), _refuser())
        with _told() as records, pages_listed_once(), shortcuts(html):
            yield engine
    missing = [f"{url} is not fetched" for url in engine.fetcher.refused] + [
        record.getMessage()
        for record in records
        if record.levelno >= logging.ERROR and not str(record.msg).startswith(_LINK_TROUBLE)
    ]
    if missing:
        raise DcsgenError(f"the PDF would be incomplete: {missing[0]}; templates embed their files with asset('name').")


def weasyprint() -> Any:
    """The module. Importing it loads Pango and HarfBuzz, which pip does not install."""
    try:
        with libraries_found_by_name():
            import weasyprint as module  # type: ignore[import-untyped]
    except ImportError as missing:
        raise DcsgenError(
            f"PDF needs the Python package weasyprint, which cannot be imported ({missing}): "
            f"install it with pip; HTML works without it."
        ) from missing
    except OSError as missing:
        raise DcsgenError(
            f"PDF needs libraries that are not installed: on Debian and Ubuntu, apt-get install "
            f"{' '.join(DEBIAN_PACKAGES)}; HTML works without them."
        ) from missing
    return module


def _refuser() -> Any:
    """A fetcher that reads `data:` URIs and nothing else, neither files nor network."""
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

    class Refuser(URLFetcher):  # type: ignore[misc]
        refused: list[str]

        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith("data:"):
                self.refused.append(url)
                raise ValueError("only data: URIs are read")
            return super().fetch(url, headers)

    refuser = Refuser(allowed_protocols=("data",))
    refuser.refused = []
    return refuser


@contextmanager
def _told() -> Iterator[list[logging.LogRecord]]:
    """What WeasyPrint logs meanwhile, kept here and printed nowhere."""
    records: list[logging.LogRecord] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    logger = logging.getLogger("weasyprint")
    keeper, propagate = Keeper(logging.WARNING), logger.propagate
    logger.addHandler(keeper)
    logger.propagate = False
    try:
        yield records
    finally:
        logger.propagate = propagate
        logger.removeHandler(keeper)
