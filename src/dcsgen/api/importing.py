"""Reads statements of others into drafts."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dcsgen.api.plugin_calls import call
from dcsgen.base.draft import Decision, Draft, Origin
from dcsgen.base.errors import UnknownKindError
from dcsgen.base.text import listed, quoted
from dcsgen.host import Host
from dcsgen.ingest.deciding import decided
from dcsgen.ingest.drafting import THRESHOLD, drafted
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import Limits
from dcsgen.plugin.document import Document
from dcsgen.plugin.importer import HEAD, Importer, Reading

LIMITS = Limits(size=200 * 1024 * 1024, too_large="import the chapters about DICOM as a file of their own")
"""A published statement has some megabytes; a scanned one may have more."""


def read_draft(
    file: Path,
    host: Host,
    *,
    said: Callable[[int, int], None] = lambda done, pages: None,
    timeout: float | None = None,
    recognise: bool = False,
    processes: int = 1,
    threshold: float = THRESHOLD,
    decisions: Sequence[Decision] = (),
) -> Draft:
    """The draft of the statement in a file.

    `said` is called with pages done and pages in all, `timeout` is in seconds: then, what was read until then is used.
    `decisions` are those that a reader made about this document, or another one that says the same.
    Raises `UnreadableInputError` for a file that cannot be read, `UnknownKindError` for one that no importer
    recognises.
    """
    data = read_bytes_of(file, str(file), LIMITS)
    provider, importer = importer_of(file, data[:HEAD], host)
    until = None if timeout is None else time.monotonic() + timeout
    reading = Reading(said=said, until=until, recognise=recognise, processes=processes)
    document = call(lambda: importer.read(file, reading), Document, f"importer {quoted(importer.name)}", provider)
    origin = Origin(
        file=file.name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=document.format,
        pages=document.pages,
        read=document.pages,
    )
    draft = drafted(document, origin, threshold)
    return decided(draft, decisions) if decisions else draft


def importer_of(file: Path, head: bytes, host: Host) -> tuple[str, Importer]:
    """The importer for a file, with its provider: one of a plug-in goes first."""
    for provider, importer in sorted(host.importers, key=lambda pair: not pair[0]):
        if importer.recognises(head, file.name):
            return provider, importer
    names = listed(sorted({suffix for _, importer in host.importers for suffix in importer.suffixes}), "or")
    raise UnknownKindError(f"{file} is of no kind that can be imported: it has to be {names}")
