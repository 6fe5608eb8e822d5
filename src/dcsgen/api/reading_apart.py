"""Reads one statement of many, apart from the process that asks for it: it may hang, crash or eat all memory there."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dcsgen.api.drafts import draft_as
from dcsgen.api.importing import read_draft
from dcsgen.base.draft import Draft
from dcsgen.base.errors import DcsgenError, NotInstalledError, PluginError, UnknownKindError, UnreadableInputError
from dcsgen.base.processes import LOOKING_AFTER, can_copy, end_after, in_copy
from dcsgen.host import Host, Opening, open_host
from dcsgen.ingest import kinds, lexicon
from dcsgen.ingest.drafting import THRESHOLD

GRACE = 15.0
"""Seconds that a file has beyond its time limit, to make a draft of what was read until then."""

LIBRARIES = ("lxml.html", "markdown_it", "pdfplumber", "pypdfium2")
"""What takes long to import, and reads most statements."""


class Status(StrEnum):
    """What came of a document.

    `failed` is about the surroundings (a library that is not installed, a worker that was lost) and is tried again in
    the next run; the others are about the document.
    """

    READ = "read"
    IN_PART = "read in part"
    UNREADABLE = "unreadable"
    UNKNOWN_KIND = "unknown kind"
    GIVEN_UP = "given up"
    FAILED = "failed"

    @property
    def has_draft(self) -> bool:
        """Whether there is a draft."""
        return self in (Status.READ, Status.IN_PART)


class Work(Struct, frozen=True, kw_only=True):
    """A file that is to be read, and how; another process opens the same host by `opening`.

    `forms` are those in which the draft is wanted, see `api.drafts`. `content` is there for processes that cannot see
    the file.
    """

    file: Path
    sha256: str
    opening: Opening
    timeout: float | None = None
    recognise: bool = False
    threshold: float = THRESHOLD
    forms: tuple[str, ...] = ("yaml",)
    content: bytes | None = None


class Outcome(Struct, frozen=True):
    """What came of reading a file: a draft, in the forms that are wanted too, or why there is none."""

    status: Status
    sentence: str = ""
    draft: Draft | None = None
    written: dict[str, bytes] = {}


def read_apart(work: Work) -> Outcome:
    """What comes of reading a file in a process of its own, which is ended if it goes on after its time limit."""
    seconds = None if work.timeout is None else work.timeout + GRACE
    try:
        if work.content is None:
            return _in_process(work, seconds)
        with tempfile.TemporaryDirectory(prefix="dcsgen-") as folder:
            file = Path(folder) / work.file.name
            file.write_bytes(work.content)
            return _in_process(replace(work, file=file, content=None), seconds)
    except TimeoutError:
        return Outcome(Status.GIVEN_UP, f"reading it did not end after {work.timeout:g} s, nor {GRACE:g} s later")
    except EndedError:
        why = "a library fell over something in it, or there was too little memory"
        return Outcome(Status.GIVEN_UP, f"the process that read it ended without an answer: {why}")
    except OSError as error:
        return Outcome(Status.FAILED, f"it cannot be read here: {error.strerror or error}")


class EndedError(Exception):
    """A process ended without an answer."""


def _in_process(work: Work, seconds: float | None) -> Outcome:
    if not can_copy():
        return _in_interpreter(work, seconds)
    _make_ready(work.opening)
    try:
        return in_copy(partial(outcome_of, work), seconds)
    except DcsgenError as error:
        raise EndedError from error


@cache
def _make_ready(opening: Opening) -> None:
    """Have what every file needs in this process, so that its copies do not make it again for each."""
    _ = opened(opening).importers
    for name in LIBRARIES:
        with suppress(ImportError):
            import_module(name)
    for look_up in (lexicon.sop_class, lexicon.transfer_syntax):
        look_up("a name that is like no other")


def _in_interpreter(work: Work, seconds: float | None) -> Outcome:
    """As `in_copy`, where this process must not be copied: beside the threads of a cluster's worker."""
    command = [sys.executable, "-c", f"from {__name__} import answer; answer({seconds!r})"]
    try:
        done = subprocess.run(command, input=pickle.dumps(work), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    if done.returncode:
        raise EndedError
    found: Outcome = pickle.loads(done.stdout)
    return found


def answer(seconds: float | None) -> None:
    """Read the work that standard input holds, and write what comes of it to standard output."""
    if seconds is not None:
        end_after(seconds + LOOKING_AFTER)
    work = pickle.load(sys.stdin.buffer)
    # Results have a way of their own, so that nothing that is printed meanwhile comes between.
    with os.fdopen(os.dup(1), "wb") as results:
        os.dup2(2, 1)
        results.write(pickle.dumps(outcome_of(work)))


def outcome_of(work: Work, host: Callable[[Opening], Host] | None = None) -> Outcome:
    """What comes of reading a file in this process; it raises nothing. Its sentence says only the name of the file."""
    found = _outcome_of(work, host or opened)
    return replace(found, sentence=found.sentence.replace(str(work.file), work.file.name))


def _outcome_of(work: Work, host: Callable[[Opening], Host]) -> Outcome:
    try:
        chosen = host(work.opening)
        draft = read_draft(work.file, chosen, timeout=work.timeout, recognise=work.recognise, threshold=work.threshold)
        written = {form: draft_as(form, draft, work.file, chosen) for form in work.forms}
    except UnknownKindError as error:
        return Outcome(Status.UNKNOWN_KIND, str(error))
    except NotInstalledError as error:
        return Outcome(Status.FAILED, str(error))
    except UnreadableInputError as error:
        return Outcome(Status.UNREADABLE, str(error))
    except PluginError as error:
        return Outcome(Status.GIVEN_UP, str(error))
    except DcsgenError as error:
        return Outcome(Status.FAILED, str(error))
    except MemoryError:
        return Outcome(Status.GIVEN_UP, "there was too little memory to read it")
    except Exception as error:
        return Outcome(Status.GIVEN_UP, f"a fault of dcsgen: {type(error).__name__}: {error}")
    if draft.origin.sha256 != work.sha256:
        return Outcome(Status.FAILED, "it was changed while it was read")
    left = [doubt.message for doubt in draft.doubts if doubt.code == kinds.NOT_READ.code]
    return Outcome(Status.IN_PART if left else Status.READ, "; ".join(left), draft, written)


@cache
def opened(opening: Opening) -> Host:
    """The host of another process, once for all its files."""
    return open_host(folders=opening.folders, vendors=opening.vendors)
