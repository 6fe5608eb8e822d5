"""Text within a line: nothing in it means anything to Markdown but what is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from dcsgen.builtin.format._blocks import Run

# The last is a `!` before a link, which would be a picture.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#]|!(?=\[|\Z)")
_ADDRESS = re.compile(r"(?<=[A-Za-z])(?=://)|(?<=www)(?=\.)", re.IGNORECASE)
_AT_BEGIN = re.compile(r"^(\s*)([-+=])|^(\s*[0-9]+)([.)])", re.MULTILINE)
_NO_TEXT = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OUTSIDE = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"https?://[^\s<>]+")
CHANGES = {"added": "ins", "removed": "del"}
_BACKTICKS = re.compile("`+")


def words(text: str) -> str:
    """Text in which Markdown finds nothing: no emphasis, link, tag, cell, formula or address."""
    text = _SPECIAL.sub(lambda found: "\\" + found[0], _NO_TEXT.sub("\ufffd", text))
    return _ADDRESS.sub(r"\\", text).replace("\\<", "&lt;").replace("$", "&#36;")


def lines(text: str) -> str:
    """Written inline text as lines of a paragraph, none of which begins a list or a heading."""
    return _AT_BEGIN.sub(lambda found: f"{found[1] or found[3] or ''}\\{found[2] or found[4]}", text)


def inline(runs: Sequence[Run], line_break: str = "\\\n") -> str:
    """Runs as Markdown."""
    pieces = []
    for index, run in enumerate(runs):
        before = runs[index - 1].text[-1:] if index else ""
        after = runs[index + 1].text[:1] if index + 1 < len(runs) else ""
        pieces.append(line_break if run.text == "\n" else _run(run, before, after))
    return "".join(pieces)


def _run(run: Run, before: str, after: str) -> str:
    text = run.text.replace("\n", " ")
    inside = text.strip(" ")
    if not inside:
        return " " if text else ""
    left, right = text[: text.index(inside)], text[text.index(inside) + len(inside) :]
    if run.soft and _BARE_ADDRESS.fullmatch(inside):
        return f"{left}{_changed(f'<{inside}>', run)}{right}"
    shown = _code(inside) if run.code else words(inside)
    for wanted, mark, tag in ((run.emphasis, "*", "em"), (run.strong, "**", "strong")):
        if wanted:
            # Marks count as such only beside the right characters; tags always do.
            alone = not (before.isalnum() and not left) and not (after.isalnum() and not right)
            plain = alone and inside[0].isalnum() and inside[-1].isalnum() and not run.code and shown[0] not in "*<"
            shown = f"{mark}{shown}{mark}" if plain else f"<{tag}>{shown}</{tag}>"
    if target := target_of(run.href):
        shown = f"[{shown}]({target})"
    return f"{left}{_changed(shown, run)}{right}"


def _changed(shown: str, run: Run) -> str:
    """Written text with its change mark, as the tag that GitHub lets in."""
    tag = CHANGES.get(run.change)
    return f"<{tag}>{shown}</{tag}>" if tag else shown


def _code(text: str) -> str:
    """A code span; a `|` in it would begin a cell, so that such text is code in tags."""
    if "|" in text or "$" in text:
        return f"<code>{words(text)}</code>"
    text = _NO_TEXT.sub("\ufffd", text)
    longest = max((len(ticks) for ticks in _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def target_of(href: str) -> str:
    """Where a link leads, in letters that end no link; "" for what is neither in the document nor on the web."""
    if not (href.startswith("#") and len(href) > 1) and not _OUTSIDE.fullmatch(href):
        return ""
    return quote(href, safe="#:/?@!$&'*+,;=%-._~[]").replace("[", "%5B").replace("]", "%5D")


def html(runs: Sequence[Run]) -> str:
    """Runs as HTML on one line, for tables that Markdown cannot write."""
    return "".join("<br>" if run.text == "\n" else _tagged(run) for run in runs)


def _tagged(run: Run) -> str:
    shown = html_text(run.text)
    for wanted, tag in ((run.code, "code"), (run.emphasis, "em"), (run.strong, "strong")):
        if wanted:
            shown = f"<{tag}>{shown}</{tag}>"
    if target := target_of(run.href):
        shown = f'<a href="{escape(target)}">{shown}</a>'
    return _changed(shown, run)


def html_text(text: str) -> str:
    """Text inside of HTML, on one line: an empty line would end the HTML."""
    return escape(_NO_TEXT.sub("\ufffd", text)).replace("\n", "&#10;").replace("$", "&#36;")
