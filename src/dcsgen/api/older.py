"""The older document that `dcsgen build --since` compares with, and the marks for what differs."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from dcsgen.api.loading import without_errors
from dcsgen.api.sides import read_committed, read_side
from dcsgen.base.errors import UsageError
from dcsgen.base.tree import harmless
from dcsgen.host import Host
from dcsgen.model import Capability
from dcsgen.plugin.statement import Changes, Statement

if TYPE_CHECKING:
    from dcsgen.render.marks.history import Draft

GIT = "git:"

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Since(Struct, frozen=True):
    """What differs from the older document, and the entry that the revision history could have for it."""

    changes: Changes
    draft: Draft


def older(name: str, file: Path, host: Host, language: str) -> Capability:
    """The older description: whatever `dcsgen.api.read_side` reads, or `git:REVISION` for the newer one as it was.

    `file` is the newer description, `language` that of both documents. Raises what `read_side` raises, and
    `UnreadableInputError` for a description with errors.
    """
    revision = name.removeprefix(GIT)
    if name.startswith(GIT) and ":" not in revision:
        loaded = read_committed(revision, file.name, file.resolve().parent, host, language)
    else:
        loaded = read_side(name, host, language)
    return without_errors(loaded, f"the older description {harmless(name)}")


def marked(old: Capability, new: Statement, statement_of: Callable[[Capability], Statement]) -> tuple[Statement, Since]:
    """The new document with marks, and with a drafted entry if its history has none.

    It carries the data of the new description. `statement_of` renders a description in the layout of the new document.
    """
    from dcsgen.render.marks import history
    from dcsgen.render.marks.statement import marked

    before = statement_of(old)
    result = marked(before, new)
    assert result.changes is not None
    draft = history.draft(old, new.capability, result.changes.sections, new.word)
    if draft.missing:
        drafted = statement_of(history.with_draft(new.capability, draft, new.word))
        # The cover, and what the document carries, are those of the new description as it is.
        result = marked(before, structs.replace(drafted, capability=new.capability, data=new.data))
    assert result.changes is not None
    return result, Since(result.changes, draft)


def add_draft(files: dict[Path, bytes], place: Path, since: Since) -> None:
    """Add the drafted entry to the files of a build; raises `UsageError` if it would take the place of a document."""
    if os.path.realpath(place) in map(os.path.realpath, files):
        raise UsageError(f"{place} would be the document and the entry of its history: name another file for the entry")
    files[place] = draft_yaml(since)


def draft_yaml(since: Since) -> bytes:
    """The drafted entry as YAML to paste into a description."""
    draft, changes = since.draft, since.changes
    date = draft.entry.date if _DATE.fullmatch(draft.entry.date) else json.dumps(draft.entry.date)
    lines = [
        f"# Drafted by dcsgen from the differences to revision {harmless(changes.revision)}: shorten it, and paste it",
        "# into the history of the document.",
    ]
    if draft.stale:
        lines.append("# The document still has the revision of the older one: raise it, and call the entry like it.")
    lines += ["document:", "  history:", f"    {json.dumps(draft.revision)}:", f"      date: {date}"]
    text = wrap(draft.entry.description, 100, break_long_words=False, break_on_hyphens=False)
    lines += ["      description: >-", *(f"        {line}" for line in text)]
    return ("\n".join(lines) + "\n").encode()
