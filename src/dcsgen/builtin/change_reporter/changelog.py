"""A draft of the entry of the revision history: the differences in words, as YAML to paste into a description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from dcsgen.base.change import Verdict
from dcsgen.base.tree import harmless
from dcsgen.builtin.change_reporter._order import in_lines
from dcsgen.plugin import ChangeReporter, Difference

UNKNOWN = "next"
"""What a revision is called that has no name yet."""

ITSELF = (("document", "revision"), ("document", "date"), ("document", "history"))
"""Paths of what is no news in an entry of the history."""

_TITLES = {
    Verdict.BREAKING: "Changes that break what worked",
    Verdict.RISKY: "Changes that may matter",
    Verdict.COMPATIBLE: "Additions and other changes that hurt nobody",
    Verdict.EDITORIAL: "Wording",
}
# What prose would take for markup; a whole Tag such as (0010,0010) is none.
_SPECIAL = re.compile(r"[\\`*\[\]<>&]|(?<!\w)_|_(?!\w)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def write(difference: Difference, colour: bool) -> str:
    """The entry; colours have no place in it.

    What follows from a change goes without saying, if it is no worse, and so does what the entry itself says: that
    revision and date are others.
    """
    old, new = difference.old_document, difference.new_document
    since, now = map(harmless, (difference.old_product, difference.new_product))
    lines = ["# Drafted by dcsgen: shorten it, and paste it into the history of the document. It is about what differs"]
    lines.append(f"# between {since} and {now}.")
    stale = new is None or (old is not None and old.revision == new.revision)
    if stale:
        lines.append("# The document still has the revision of the older one: raise it, and call the entry like it.")
    revision = UNKNOWN if new is None or stale else new.revision
    lines += ["document:", "  history:", f"    {json.dumps(revision)}:"]
    if new is not None:
        lines.append(f"      date: {new.date if _DATE.fullmatch(new.date) else json.dumps(new.date)}")
    lines += ["      description: |-", *(f"        {line}".rstrip() for line in _entry(difference))]
    return "\n".join(lines) + "\n"


def _entry(difference: Difference) -> Iterator[str]:
    changes = [one for one in difference.changes if one.change.path[:2] not in ITSELF]
    if not changes:
        yield "No changes in what the description says."
    lines = in_lines(changes)
    worst = {line.number: line.verdict.rank for line in lines}
    told = [line for line in lines if not line.cause or line.verdict.rank < worst[line.cause]]
    first = True
    for verdict, title in _TITLES.items():
        said = dict.fromkeys(_sentence(line.message) for line in told if line.verdict is verdict)
        if said:
            yield from [] if first else [""]
            first = False
            yield f"{title}:"
            yield ""
            yield from (f"- {sentence}" for sentence in said)


def _sentence(message: str) -> str:
    """A message as a sentence of prose in which nothing is markup."""
    text = _SPECIAL.sub(r"\\\g<0>", harmless(message))
    return f"{text[:1].upper()}{text[1:]}."


REPORTER = ChangeReporter(name="changelog", write=write)
