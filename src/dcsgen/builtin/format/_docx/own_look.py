"""Header, footer and settings of a document without a vendor's template."""

from __future__ import annotations

import re

from msgspec import Struct

from dcsgen.builtin.format._docx.styles import RULE
from dcsgen.builtin.format._docx.words import NAMESPACES, field, paragraph, plain

_COUNTRIES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR"}
"""Languages with the country that Word wants behind each."""

_WORD = "http://schemas.microsoft.com/office/word"


def word_language(language: str) -> str:
    """A language as Word names it, with a country."""
    return _COUNTRIES.get(language, language)


def settings(language: str) -> str:
    """The part `settings.xml`. Word asks once whether it shall compute the fields, since it alone knows on which page
    a heading stands."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:updateFields w:val="true"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{_WORD}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{_WORD}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{_WORD}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{_WORD}" w:val="1"/></w:compat>'
        f'<w:themeFontLang w:val="{word_language(language)}"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


_PLACE = re.compile(r"%\((page|pages)\)s")


class Running(Struct, frozen=True):
    """What headers and footers say on each page; `page` is e.g. `Page %(page)s of %(pages)s`.

    `language` is that of the whole document.
    """

    product: str
    document: str
    vendor: str
    page: str
    language: str


def header(running: Running, width: int) -> str:
    """Product and document above a rule."""
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="5" w:color="{RULE}"/></w:pBdr>'
    line = plain(f"{running.product}\t{running.document}")
    return f"<w:hdr {NAMESPACES}>{paragraph('Header', line, rule + _right(width))}</w:hdr>"


def footer(running: Running, width: int) -> str:
    """The vendor, and page x of y."""
    fields = {"page": field("PAGE", "1"), "pages": field("NUMPAGES", "1")}
    first, *others = _PLACE.split(running.page)
    line = plain(f"{running.vendor}\t{first}") + "".join(fields.get(each) or plain(each) for each in others if each)
    return f"<w:ftr {NAMESPACES}>{paragraph('Footer', line, _right(width))}</w:ftr>"


def _right(width: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
