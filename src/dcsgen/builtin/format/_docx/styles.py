"""The styles of a document, by the names under which Word lists them; a vendor's template may have them already.

Sizes are half points, distances twentieths of a point. The look is that of the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

ACCENT = "0F5C57"
_INK = "17212B"
_SOFT = "4D5A66"
RULE = "C3CAD0"
TINT = "EEF1F3"

_LEVEL = re.compile('<w:outlineLvl w:val="([0-9])"/>')
_KEPT = "<w:keepNext/><w:keepLines/>"
_HEADING_SIZES = (34, 26, 22, 20, 19, 19, 19, 19, 19)
# Where the numbers of pages end: at the right margin of dcsgen's own pages.
_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9525"/></w:tabs>'
_TOC_INDENTS = (0, 0, 283, 567, 850, 850, 850, 850, 850)


class Style(Struct, frozen=True):
    """A style. `id` is its own one, `based` the name of another one; the rest is its XML."""

    name: str
    id: str
    kind: str = "paragraph"
    based: str = "Normal"
    next: str = ""
    paragraph: str = ""
    run: str = ""
    table: str = ""


def _spacing(before: int, after: int, line: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"' + (
        f' w:line="{line}" w:lineRule="auto"/>' if line else "/>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _headings() -> Iterator[Style]:
    for level, size in enumerate(_HEADING_SIZES, 1):
        before = 360 if level < 3 else 280
        after = 160 if level == 1 else 100
        colour = "" if level < 6 else _colour(_SOFT)
        yield Style(
            f"heading {level}",
            f"Heading{level}",
            next="Normal",
            paragraph=f'{_KEPT}{_spacing(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>',
            run=f"<w:b/><w:bCs/>{colour}{_size(size)}",
        )


def _contents() -> Iterator[Style]:
    for level, indent in enumerate(_TOC_INDENTS, 1):
        yield Style(
            f"toc {level}",
            f"TOC{level}",
            next="Normal",
            paragraph=f'{_TAB}{_spacing(140 if level == 1 else 0, 20)}<w:ind w:left="{indent}"/>',
            run=("<w:b/>" if level == 1 else "") + _size(18),
        )


_TABLE = (
    '<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
    f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{_INK}"/>'
    f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{_INK}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="75" w:type="dxa"/>'
    '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="75" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" '
    f'w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
)


def styles() -> tuple[Style, ...]:
    """All of them; one on which others are based comes before those."""
    accent = "{accent}"
    return (
        Style("Normal", "Normal", based="", paragraph=_spacing(0, 140, 276)),
        Style("Default Paragraph Font", "DefaultParagraphFont", "character", ""),
        Style(
            "Normal Table",
            "TableNormal",
            "table",
            "",
            table='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>",
        ),
        *_headings(),
        *_contents(),
        Style(
            "TOC Heading",
            "TOCHeading",
            next="Normal",
            paragraph=f"{_KEPT}{_spacing(360, 160)}",
            run="<w:b/>" + _size(34),
        ),
        Style("table of figures", "TableofFigures", paragraph=_TAB + _spacing(0, 20), run=_size(17)),
        Style("caption", "Caption", next="Normal", paragraph=_spacing(200, 90), run=_size(17)),
        Style("header", "Header", paragraph=_spacing(0, 0), run=_colour(_SOFT) + _size(16)),
        Style("footer", "Footer", paragraph=_spacing(0, 0), run=_colour(_SOFT) + _size(16)),
        Style("List Paragraph", "ListParagraph", paragraph="<w:contextualSpacing/>"),
        Style("Quote", "Quote", paragraph=_bar() + '<w:ind w:left="227"/>', run=_colour(_SOFT)),
        Style("Code Block", "CodeBlock", paragraph=_shaded() + _spacing(0, 140), run=_mono()),
        Style("Figure", "Figure", next="caption", paragraph=f'<w:keepNext/>{_spacing(200, 60)}<w:jc w:val="center"/>'),
        # As small as the widest tables are on paper, for which the widths of columns are made: tags and codes fit.
        Style("Table Text", "TableText", paragraph=_spacing(0, 0, 252), run=_size(15)),
        Style("Table Heading", "TableHeading", based="Table Text", paragraph="<w:keepNext/>", run="<w:b/><w:bCs/>"),
        Style("Part Heading", "PartHeading", paragraph=f"{_KEPT}{_spacing(200, 80)}", run="<w:b/>"),
        Style("Cover Vendor", "CoverVendor", paragraph=_spacing(1400, 2200), run=_colour(_SOFT) + _size(22)),
        Style(
            "Title",
            "Title",
            paragraph=f'<w:pBdr><w:top w:val="single" w:sz="18" w:space="14" w:color="{ACCENT}"/></w:pBdr>'.replace(
                ACCENT, "{accent_value}"
            )
            + _spacing(0, 100, 252),
            run="<w:b/>" + _size(58),
        ),
        Style("Subtitle", "Subtitle", paragraph=_spacing(0, 700), run=accent + _size(34)),
        Style("Cover Colophon", "CoverColophon", paragraph=_spacing(600, 0), run=_colour(_SOFT) + _size(15)),
        Style("Hyperlink", "Hyperlink", "character", "Default Paragraph Font", run=accent),
        Style("Caption Label", "CaptionLabel", "character", "Default Paragraph Font", run="<w:b/>" + accent),
        Style("Inline Code", "InlineCode", "character", "Default Paragraph Font", run=_mono(False)),
        Style("Soft Text", "SoftText", "character", "Default Paragraph Font", run=_colour(_SOFT)),
        Style("Statement Table", "StatementTable", "table", "Normal Table", table=_TABLE),
    )


def _bar() -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="{RULE}"/></w:pBdr>'


def _shaded() -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'


def _mono(sized: bool = True) -> str:
    fonts = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
    return fonts + ("<w:noProof/>" + _size(17) if sized else "<w:noProof/>")


def style_xml(style: Style, id_of: dict[str, str], accent: str, theme: bool) -> str:
    """A style as XML; `id_of` gives the id of each name, `accent` the colour, unless the theme has one."""
    colour = f'<w:color w:val="{accent}"' + (' w:themeColor="accent1"/>' if theme else "/>")
    default = ' w:default="1"' if style.name in _DEFAULTS else ""
    paragraph = style.paragraph.replace("{accent_value}", accent)
    run = style.run.replace("{accent}", colour)
    own = "" if style.name in _BUILT_IN or (style.kind == "table" and default) else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{style.kind}"{default}{own} w:styleId="{id_of[style.name]}"><w:name w:val="{style.name}"/>'
        + (f'<w:basedOn w:val="{id_of[style.based]}"/>' if style.based else "")
        + (f'<w:next w:val="{id_of[style.next]}"/>' if style.next else "")
        + ('<w:uiPriority w:val="39"/>' if style.name.startswith("toc ") else "")
        + ("" if default and style.kind != "paragraph" else "<w:qFormat/>")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + style.table
        + "</w:style>"
    )


_DEFAULTS = {"Normal", "Default Paragraph Font", "Normal Table"}
_BUILT_IN = {
    *_DEFAULTS,
    *(f"heading {level}" for level in range(1, 10)),
    *(f"toc {level}" for level in range(1, 10)),
    *("TOC Heading", "table of figures", "caption", "header", "footer", "List Paragraph", "Quote", "Title"),
    *("Subtitle", "Hyperlink"),
}


def styles_part(language: str, accent: str, numbered: bool) -> str:
    """The part `styles.xml` of a document without a vendor's template."""
    all_styles = styles()
    ids = {style.name: style.id for style in all_styles}
    return (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>'
        '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'{_colour(_INK)}{_size(19)}<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + "".join(_numbered(style_xml(style, ids, accent, theme=False), numbered) for style in all_styles)
        + "</w:styles>"
    )


def _numbered(style: str, numbered: bool) -> str:
    """A style as XML, whose level is numbered by the numbering with the id 1 if it is that of a heading."""
    level = _LEVEL.search(style) if numbered else None
    if level is None:
        return style
    marks = f'<w:numPr><w:ilvl w:val="{level[1]}"/><w:numId w:val="1"/></w:numPr>'
    return style.replace("<w:keepLines/>", f"<w:keepLines/>{marks}")
