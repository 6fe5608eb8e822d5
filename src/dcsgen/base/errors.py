"""What stops the work: one sentence for people, one exit code per class, never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dcsgen.base.finding import Finding

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_BUG = 70


class DcsgenError(Exception):
    """Cannot go on. The text is a whole sentence that names the thing, the place and the way out."""

    exit_code = 3


class UsageError(DcsgenError):
    """The words of the command are wrong: no such layout, format, rule or schema."""

    exit_code = 2


class UnreadableInputError(DcsgenError):
    """A file that cannot be read as what it should be; carries the finding that says where and why."""

    exit_code = 3

    def __init__(self, message: str, finding: Finding | None = None) -> None:
        super().__init__(message)
        self.finding = finding


class UnknownKindError(UnreadableInputError):
    """A file of a kind that nothing reads."""


class NotInstalledError(UnreadableInputError):
    """A file that could be read if a library were there."""


class OutputError(DcsgenError):
    """A result cannot be written: the disk is full, the folder is read-only. Nothing was left half written."""

    exit_code = 3


class PluginError(DcsgenError):
    """A plug-in failed, and it was asked for by name, or the user wants any failure to be fatal."""

    exit_code = 4


class PeerError(DcsgenError):
    """A live peer refused or could not be reached."""

    exit_code = 5
