"""From HTML to a tagged PDF by WeasyPrint: nothing is fetched, and the same input gives the same bytes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from io import BytesIO
from threading import Lock
from typing import Any, NamedTuple

from dcsgen.base.errors import DcsgenError
from dcsgen.builtin.format._haste import in_one_frame, pages_listed_once, without_collector
from dcsgen.builtin.format._shortcuts import libraries_found_by_name, shortcuts

DEBIAN_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""Where Debian and Ubuntu keep the libraries that WeasyPrint loads."""

_PRINTED = 4
"""Flag of an annotation that is printed with its page (PDF 32000-1, 12.5.3)."""

# Prose may link to something that the document lacks; that is a finding about the description, reported elsewhere.
_LINK_TROUBLE = ("No anchor", "Content discarded")


# What makes it fast changes WeasyPrint and the collector meanwhile, for all threads.
_ONE_AT_A_TIME = Lock()


class AttachedFile(NamedTuple):
    """A file inside the PDF. `date` stands for its creation and its last change: there is no clock here."""

    name: str
    description: str
    content: bytes
    date: datetime


def paper(html: str, attached: AttachedFile) -> bytes:
    """A page of HTML as a PDF (PDF/UA-1: tagged, with title and language), with a file attached as its source.

    Pictures, fonts and style sheets come from `data:` URIs or not at all. Raises `DcsgenError` if WeasyPrint or
    a library of its is missing, and if the page asks for something that cannot be had.
    """
    with _ONE_AT_A_TIME, without_collector():
        weasyprint = _weasyprint()
        fetcher = _refuser()
        attachment = weasyprint.Attachment(
            file_obj=BytesIO(attached.content),
            url_fetcher=fetcher,
            name=attached.name,
            description=attached.description,
            created=attached.date,
            modified=attached.date,
        )
        with _told() as records, pages_listed_once(), shortcuts(html):
            page = weasyprint.HTML(string=html, url_fetcher=fetcher)
            data: bytes = in_one_frame(
                page.write_pdf,
                attachments=[attachment],
                pdf_variant="pdf/ua-1",
                finisher=partial(_finish, attached.name),
            )
    missing = [f"{url} is not fetched" for url in fetcher.refused] + [
        record.getMessage()
        for record in records
        if record.levelno >= logging.ERROR and not str(record.msg).startswith(_LINK_TROUBLE)
    ]
    if missing:
        raise DcsgenError(f"the PDF would be incomplete: {missing[0]}; templates embed their files with asset('name').")
    return data


def _weasyprint() -> Any:
    """The module. Importing it loads Pango and HarfBuzz, which pip does not install."""
    try:
        with libraries_found_by_name():
            import weasyprint  # type: ignore[import-untyped]
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
    return weasyprint


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


def _finish(source: str, _document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out: the attached file is the source of the document (PDF 32000-2, 7.11.3 and
    14.13), readers open with the bookmarks, links are printed with their page."""
    for item in pdf.objects:
        kind = item.get("Type") if isinstance(item, dict) else None
        if kind == "/Filespec" and item["F"].string == source.encode():
            item["AFRelationship"] = "/Source"
            pdf.catalog["AF"] = f"[{item.number} 0 R]"
        elif kind == "/Annot":
            item["F"] = _PRINTED
    pdf.catalog["PageMode"] = "/UseOutlines"
