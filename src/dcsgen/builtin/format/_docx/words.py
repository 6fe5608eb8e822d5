"""Text and names as WordprocessingML takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from dcsgen.builtin.format._blocks import Run

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_BOOKMARK = 40
_NO_BOOKMARK = re.compile("[^A-Za-z0-9]")


def text(words: str) -> str:
    """Text as XML; what XML cannot hold becomes the replacement character."""
    return escape(_NOT_XML.sub("\ufffd", words))


def attribute(words: str) -> str:
    """Text as an attribute with its quotes."""
    return quoteattr(_NOT_XML.sub("\ufffd", words))


def bookmark(id: str) -> str:
    """The name of the bookmark of an id: letters, digits and `_`, at most 40 of them, another for each id."""
    name = _NO_BOOKMARK.sub("_", id)
    if len(name) <= _LONGEST_BOOKMARK and name[:1].isalpha() and name.replace("_", "-") == id:
        return name
    # Else two ids might share a name.
    return f"b_{name[:28]}_{sha256(id.encode()).hexdigest()[:8]}"


def plain(words: str, properties: str = "", kind: str = "t") -> str:
    """A run of text; line feeds become line breaks, tabs become tabs. `kind` is `delText` for text that is gone."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = (_piece(piece, kind) for piece in re.split("([\n\t])", words) if piece)
    return f"<w:r>{marks}{''.join(pieces)}</w:r>"


def _piece(piece: str, kind: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    return "<w:tab/>" if piece == "\t" else f'<w:{kind} xml:space="preserve">{text(piece)}</w:{kind}>'


def properties_of(run: Run, style_of: dict[str, str]) -> str:
    """How a run looks; a character style comes first, as the schema wants it."""
    style = "Hyperlink" if run.href else "Inline Code" if run.code else "Soft Text" if run.soft else ""
    return (
        (f'<w:rStyle w:val="{style_of[style]}"/>' if style else "")
        + ("<w:b/>" if run.strong else "")
        + ("<w:i/>" if run.emphasis else "")
    )


def field(instruction: str, shown: str, properties: str = "") -> str:
    """A field with what it shows until it is computed anew."""
    # Not in three pieces as below: LibreOffice would not give its text the look.
    return f"<w:fldSimple w:instr={attribute(f' {instruction} ')}>{plain(shown, properties)}</w:fldSimple>"


def begin_field(instruction: str, properties: str = "") -> str:
    """The beginning of a field, behind which stand the paragraphs that it shows, and `END_FIELD`."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{marks}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{marks}<w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
        f'<w:r>{marks}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


END_FIELD = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def paragraph(style: str, content: str | Iterable[str], properties: str = "") -> str:
    """A paragraph of a style (its id; "" for the default one)."""
    inside = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    body = content if isinstance(content, str) else "".join(content)
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{body}</w:p>"
