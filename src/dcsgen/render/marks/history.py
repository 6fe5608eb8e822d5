"""The entry of the revision history, drafted from what differs."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct, structs

from dcsgen.model import Capability, Revision
from dcsgen.plugin.statement import SectionChanges, SectionDifference
from dcsgen.render.marks.words import Word, in_words

_MOST_LETTERS = 400
_MOST_PHRASES = 3
_SPECIAL = re.compile(r"[\\`*\[\]<>&]|(?<!\w)_|_(?!\w)")


class Draft(Struct, frozen=True):
    """An entry of the history. `missing` says whether the history lacks it, `stale` that the document still has the
    revision of the older one, so that nobody knows the next one yet."""

    revision: str
    entry: Revision
    missing: bool
    stale: bool


UNKNOWN = "next"
"""What a revision is called that has no name yet."""


def draft(old: Capability, new: Capability, changes: Sequence[SectionChanges], word: Word) -> Draft:
    """The entry for the revision of the new description, or the one behind it if the old one has that already."""
    document = new.document
    same = document.revision == old.document.revision
    # The same revision that says the same is the same document, and needs no entry.
    stale = same and bool(changes)
    return Draft(
        revision=UNKNOWN if same else document.revision,
        entry=Revision(date=document.date, description=description(changes, word)),
        missing=stale or (not same and document.revision not in document.history),
        stale=stale,
    )


def with_draft(capability: Capability, drafted: Draft, word: Word) -> Capability:
    """The description with the entry in its history, which says that it is a draft."""
    begin = word("Draft:")
    entry = structs.replace(drafted.entry, description=f"*{begin}* {drafted.entry.description}")
    history = {**capability.document.history, drafted.revision: entry}
    return structs.replace(capability, document=structs.replace(capability.document, history=history))


def description(changes: Sequence[SectionChanges], word: Word) -> str:
    """What differs, by section, in prose for a description. What several sections say is said once."""
    sentences = list(_sentences(changes, word))
    if not sentences:
        return word("No changes in what the document says.")
    ends = list(accumulate(map(len, sentences)))
    shown = max(bisect(ends, _MOST_LETTERS), 1)
    if rest := len(sentences) - shown:
        sentences = [*sentences[:shown], word("more in %(count)s other sections") % {"count": rest}]
    return f"{'; '.join(sentences)}."


def _sentences(changes: Sequence[SectionChanges], word: Word) -> Iterator[str]:
    said: set[SectionDifference] = set()
    for section in changes:
        fresh = [each for each in section.differences if not (each.name and each in said)]
        said.update(fresh)
        phrases = list(in_words(fresh, word))
        if len(phrases) > _MOST_PHRASES:
            phrases = [*phrases[: _MOST_PHRASES - 1], word("more changed")]
        if phrases:
            yield _SPECIAL.sub(r"\\\g<0>", f"{section.heading}: {', '.join(phrases)}")
