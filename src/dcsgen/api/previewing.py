"""A description as it looks now: its page, what is wrong with it, and the files that change either."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from dcsgen.api.asked_for import known_language
from dcsgen.api.building import Order, documents
from dcsgen.api.configuring import ACCEPTED, NAME, PROJECT, configuration
from dcsgen.api.loading import load
from dcsgen.base.errors import DcsgenError, UnreadableInputError, UsageError
from dcsgen.base.finding import Finding
from dcsgen.base.resources import folder
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.check.configuration import Configuration
from dcsgen.host import Host, open_host
from dcsgen.load.compose_kinds import INCLUDE_NOT_FOUND

FORMAT = "html"

MOST_FILES = 5_000
"""Files and folders in one folder that are watched; what lies beyond is no part of a description."""

_PASSED_OVER = ("__pycache__", "node_modules")

Stamp = dict[str, tuple[int, int, int]]
"""Files with what changes when they are written: time, size, and the number of the file itself."""


class Shown(Struct, frozen=True, kw_only=True):
    """What is to be seen of a description at one time.

    `number` counts the looks at it. `page` is the last page that could be made, None if there was none yet; it is
    `current` if it is that of this look. `findings` are those that nobody has accepted, `trouble` is the sentence
    that says why there is no page although no finding tells. `seconds` is what the look took.
    """

    number: int
    page: bytes | None
    current: bool
    findings: tuple[Finding, ...] = ()
    trouble: str = ""
    seconds: float = 0.0

    @property
    def name(self) -> str:
        """A name of the page that changes with its content; empty without a page."""
        return sha256(self.page).hexdigest()[:16] if self.page is not None else ""


class Preview:
    """Looks at a description again and again; keeps what the next look needs.

    Raises what `configuration` and `open_host` raise, `UsageError` for an unknown layout or language,
    `UnreadableInputError` if there is no such file. What goes wrong later is shown and not raised: the author is about
    to correct it.
    """

    def __init__(
        self,
        file: Path,
        *,
        layout: str | None = None,
        language: str = "",
        folders: Sequence[Path] = (),
        vendors: bool = True,
        strict: bool = False,
        named: Path | None = None,
        configured: bool = True,
    ) -> None:
        self._file = file
        self._layout, self._language = layout, language
        self._given = tuple(folders)
        self._vendors, self._strict = vendors, strict
        self._named, self._configured = named, configured
        self._configuration = self._read_configuration()
        self._host = self._opened()
        self._of_plugins = self._plugin_files()
        self._sources: tuple[Path, ...] = (file,)
        self._incomplete = False
        self._number = 0
        self._page: bytes | None = None
        layouts = [found.name for _, found in self._host.layouts]
        if layout is not None and layout not in layouts:
            hint = did_you_mean(layout, layouts) or f"there are {', '.join(layouts)}"
            raise UsageError(f"There is no layout {quoted(layout)}: {hint}")
        if language:
            known_language(language, self._host)
        if not file.is_file():
            load(file, self._host)

    def look(self) -> Shown:
        """The description as it is now."""
        begin = time.perf_counter()
        findings: tuple[Finding, ...] = ()
        current, trouble = False, ""
        self._number += 1
        self._incomplete = True
        try:
            self._renew()
            order = Order(
                file=self._file,
                formats=[FORMAT],
                layout=self._layout,
                language=self._language,
                configuration=self._configuration,
            )
            made = documents(order, self._host)
            findings, self._sources = made.findings, made.sources
            current = FORMAT in made.contents
            self._page = made.contents.get(FORMAT, self._page)
            self._incomplete = any(finding.code == INCLUDE_NOT_FOUND.code for finding in findings)
        except UnreadableInputError as error:
            findings = (error.finding,) if error.finding else ()
            trouble = "" if error.finding else str(error)
        except DcsgenError as error:
            trouble = str(error)
        except Exception as error:  # An author goes on writing; the next change may be past it.
            trouble = f"dcsgen itself failed, which is a bug: {type(error).__name__}: {error}"
        return Shown(
            number=self._number,
            page=self._page,
            current=current,
            findings=tuple(finding for finding in findings if not finding.accepted),
            trouble=trouble,
            seconds=time.perf_counter() - begin,
        )

    def stamp(self) -> Stamp:
        """What the files are like that the next look depends on; another stamp means that it is worth one."""
        place = self._file.parent
        files = [self._file, *self._sources, *(place / name for name in (NAME, PROJECT, ACCEPTED))]
        files += [file for file in (self._configuration.file, self._configuration.accepted) if file is not None]
        stamp = stamp_of(files)
        for watched in (folder("templates"), *(templates.folder for _, templates in self._host.template_folders)):
            stamp |= stamp_of(_below(watched))
        stamp |= self._plugin_files()
        if self._incomplete:
            # A file that is included may be missing, and all files of a description are in its folder or below.
            stamp |= stamp_of(_below(place, (".yaml", ".yml")))
        return stamp

    def _renew(self) -> None:
        """The configuration read again, and plug-ins imported again if something about them has changed."""
        self._configuration = self._read_configuration()
        files = self._plugin_files()
        if files != self._of_plugins:
            self._host = self._opened()
            self._of_plugins = files

    def _read_configuration(self) -> Configuration:
        return configuration([self._file], named=self._named) if self._configured else Configuration()

    def _folders(self) -> tuple[Path, ...]:
        return (*self._given, *self._configuration.plugins) if self._vendors else ()

    def _opened(self) -> Host:
        return open_host(folders=self._folders(), vendors=self._vendors, strict=self._strict)

    def _plugin_files(self) -> Stamp:
        stamp: Stamp = {}
        for each in self._folders():
            stamp |= stamp_of(_below(each))
        return stamp


def stamp_of(files: Sequence[Path] | Iterator[Path]) -> Stamp:
    """The stamp of some files; one that is not there has zeros."""
    stamp: Stamp = {}
    for file in files:
        try:
            found = file.stat()
            stamp[str(file)] = (found.st_mtime_ns, found.st_size, found.st_ino)
        except (OSError, ValueError):
            stamp[str(file)] = (0, 0, 0)
    return stamp


def _below(place: Path, suffixes: tuple[str, ...] = ()) -> Iterator[Path]:
    """The files in a folder and below, without hidden ones and what programs make there."""
    left = MOST_FILES
    for name, folders, files in os.walk(place):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each not in _PASSED_OVER)
        left -= 1 + len(files)
        if left < 0:
            return
        for file in sorted(files):
            if not file.startswith(".") and (not suffixes or file.endswith(suffixes)):
                yield Path(name, file)
