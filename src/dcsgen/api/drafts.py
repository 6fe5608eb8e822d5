"""Writes drafts in the forms that people and programs read, and reads the decisions that people give back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from dcsgen.api.own_kinds import OWN
from dcsgen.base.draft import Decision, Decisions, Doubt, Draft
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.finding import Severity
from dcsgen.base.output import write_all as write_drafts
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.host import Host
from dcsgen.ingest.deciding import unused as unused_decisions
from dcsgen.ingest.draft_text import draft_text
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import DEFAULT

__all__ = ["draft_as", "draft_form", "read_decisions", "severity_of", "unused_decisions", "write_drafts"]

FORMS = {"yaml": ".draft.yaml", "json": ".draft.json", "review": ".review.html"}
"""The forms of a draft, with the ends of the files that have them."""

_SEVERITIES = {kind.code: kind.severity for kind in OWN}


def draft_form(word: str) -> tuple[str, Path | None]:
    """The form and the file that a word like `yaml` or `review=FILE` asks for; raises `UsageError` for others."""
    name, equals, file = word.partition("=")
    if name not in FORMS:
        hint = did_you_mean(name, FORMS) or f"there are {', '.join(FORMS)}"
        raise UsageError(f"a draft has no form {quoted(name)}: {hint}")
    if equals and not file:
        raise UsageError(f"the output {quoted(word)} names no file")
    return name, Path(file) if file else None


def draft_as(form: str, draft: Draft, file: Path, host: Host) -> bytes:
    """A draft in one of its forms; `file` is the document, of which the review page shows pictures."""
    if form == "review":
        from dcsgen.api.reviewing import review_page

        return review_page(draft, file, host).encode("utf-8", "replace")
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(draft), indent=2) + b"\n"
    return draft_text(draft).encode("utf-8", "replace")


def read_decisions(files: Iterable[Path]) -> tuple[Decision, ...]:
    """The decisions in files that review pages saved; of two about the same fact, the later one holds.

    Raises `UnreadableInputError` for a file that holds none.
    """
    found: dict[str, Decision] = {}
    for file in files:
        data = read_bytes_of(file, str(file), DEFAULT)
        try:
            read = msgspec.json.decode(data, type=Decisions)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
            raise UnreadableInputError(f"{file} holds no decisions as a review page saves them: {error}") from None
        found |= {decision.key: decision for decision in read.decisions}
    return tuple(found.values())


def severity_of(doubt: Doubt) -> Severity:
    """How much a doubt weighs."""
    return _SEVERITIES.get(doubt.code, Severity.WARNING)
