"""What a document looks like: dcsgen's own look, or that of a vendor's .docx or .dotx.

Of a vendor's file, styles, theme, fonts, numbering, settings, and the header and footer of its last section are
taken, with the pictures in them. Its text is not, nor anything that only its text refers to: comments, notes, macros.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from msgspec import Struct

from dcsgen.base.embedding import LARGEST
from dcsgen.base.errors import UsageError
from dcsgen.builtin.format._docx import own_look
from dcsgen.builtin.format._docx.package import RELATIONSHIPS, Package
from dcsgen.builtin.format._docx.styles import ACCENT, style_xml, styles, styles_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = f"{{{RELATIONSHIPS}}}"
_DOCUMENT = "word/document.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# What zipfile and lxml raise for damaged, encrypted or oddly packed files; KeyError is a part that is missing.
_UNREADABLE = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    SyntaxError,
    ValueError,
    KeyError,
)
_SAFE_NAME = re.compile(r"[A-Za-z0-9_./-]+")
_TAKEN = {"theme", "fontTable", "webSettings"}
# The elements of the settings behind `updateFields` (ECMA-376 Part 1, 17.15.1.78): their order is fixed.
_BEHIND_UPDATE = (
    *("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema"),
    *("themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
    *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults"),
    *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
_LEFT_OUT_OF_SETTINGS = ("footnotePr", "endnotePr", "rsids", "attachedTemplate", "mailMerge", "documentProtection")


class Page(Struct):
    """A page on its side or not: size and margins in twentieths of a point, header and footer by kind and type."""

    width: int
    height: int
    margins: dict[str, int]
    references: list[tuple[str, str, str]]
    first_differs: bool = False

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - self.margins["left"] - self.margins["right"]

    def xml(self, landscape: bool, cover: bool = False) -> str:
        """The properties of a section with such pages."""
        turned = ' w:orient="landscape"' if landscape else ""
        margins = "".join(f' w:{name}="{value}"' for name, value in self.margins.items())
        return (
            "<w:sectPr>"
            + "".join(f'<w:{kind}Reference w:type="{type}" r:id="{id}"/>' for kind, type, id in self.references)
            + f'<w:type w:val="nextPage"/><w:pgSz w:w="{self.width}" w:h="{self.height}"{turned}/>'
            + f"<w:pgMar{margins}/>"
            + ("<w:titlePg/>" if cover and self.first_differs else "")
            + "</w:sectPr>"
        )


class Look(Struct):
    """The ids of styles by their names, the pages of cover, text and wide sections, and numbering that is there."""

    style: dict[str, str]
    cover: Page
    tall: Page
    wide: Page
    numbering: Any = None
    accent: str = ACCENT
    numbered_styles: bool = False


def own(package: Package, running: own_look.Running, accent: str, numbered: bool) -> Look:
    """dcsgen's own look, in a colour; whether the styles of headings number them, by the numbering with the id 1."""
    language = own_look.word_language(running.language)
    package.add("word/styles.xml", styles_part(language, accent, numbered), f"{_WORD}.styles+xml")
    package.relate(_DOCUMENT, "styles", "word/styles.xml")
    package.add("word/settings.xml", own_look.settings(running.language), f"{_WORD}.settings+xml")
    package.relate(_DOCUMENT, "settings", "word/settings.xml")
    tall = Page(11906, 16838, _margins(1531, 1134, 1247, 1247), [])
    wide = Page(16838, 11906, _margins(1361, 1021, 1134, 1021), [])
    cover = Page(tall.width, tall.height, _margins(1134, 1361, 851, 1701), [])
    for page, name in ((tall, "tall"), (wide, "wide")):
        _run(package, page, running, name)
    return Look(
        {style.name: style.id for style in styles()}, cover, tall, wide, accent=accent, numbered_styles=numbered
    )


def _run(package: Package, page: Page, running: own_look.Running, name: str) -> None:
    """Give pages dcsgen's own header and footer, which reach from margin to margin."""
    for kind, content in (
        ("header", own_look.header(running, page.text_width)),
        ("footer", own_look.footer(running, page.text_width)),
    ):
        part = f"word/{kind}-{name}.xml"
        package.add(part, content, f"{_WORD}.{kind}+xml")
        page.references.append((kind, "default", package.relate(_DOCUMENT, kind, part)))


def _margins(top: int, right: int, bottom: int, left: int) -> dict[str, int]:
    return {"top": top, "right": right, "bottom": bottom, "left": left, "header": 680, "footer": 567, "gutter": 0}


def vendors(package: Package, data: bytes, running: own_look.Running, accent: str) -> Look:
    """The look of a vendor's file. Raises `UsageError` if it is no Word document or template."""
    try:
        return _Vendors(package, data).look(running, accent)
    except _UNREADABLE as trouble:
        raise UsageError(f"The template for DOCX is no .docx or .dotx file that can be read: {trouble}") from trouble


class _Relationship(NamedTuple):
    """What a part refers to: a part of the file, or an address outside of it."""

    kind: str
    target: str
    outside: bool


class _Vendors:
    """A vendor's file while it is taken over."""

    def __init__(self, package: Package, data: bytes) -> None:
        self._package = package
        self._zip = ZipFile(BytesIO(data))
        if sum(entry.file_size for entry in self._zip.infolist()) > LARGEST:
            raise ValueError("it unfolds to more than a template needs")
        self._types = self._content_types()
        self._main = next((each.target for each in self._related("").values() if each.kind == "officeDocument"), "")
        if not self._main or self._tree(self._main).tag != f"{W}document":
            raise ValueError("its main part is no document of Word (Strict Open XML is not read: save it as .docx)")

    def look(self, running: own_look.Running, accent: str) -> Look:
        """Takes over what is taken, and gives the look."""
        related = self._related(self._main)
        by_kind = {each.kind: each.target for each in related.values()}
        for kind in sorted(_TAKEN & by_kind.keys()):
            self._package.relate(_DOCUMENT, kind, self._copy(by_kind[kind]))
        style = self._styles(by_kind["styles"], accent, "theme" in by_kind, running.language)
        self._settings(by_kind.get("settings"), running.language)
        tall, wide = self._pages(related, running)
        numbering = self._tree(by_kind["numbering"]) if "numbering" in by_kind else None
        return Look(style, tall, tall, wide, numbering, accent)

    def _content_types(self) -> dict[str, str]:
        root = self._tree("[Content_Types].xml")
        types = {
            each.get("PartName", "").lstrip("/"): each.get("ContentType") for each in root if "PartName" in each.attrib
        }
        by_suffix = {
            each.get("Extension", "").lower(): each.get("ContentType") for each in root if "Extension" in each.attrib
        }
        return {
            name: types.get(name) or by_suffix.get(name.rpartition(".")[2].lower(), "") for name in self._zip.namelist()
        }

    def _tree(self, name: str) -> Any:
        from lxml.etree import XMLParser, fromstring  # type: ignore[import-untyped]

        # Neither entities nor a document type: nothing is read from elsewhere, nothing unfolds.
        return fromstring(self._zip.read(name), XMLParser(resolve_entities=False, no_network=True, load_dtd=False))

    def _related(self, source: str) -> dict[str, _Relationship]:
        """What a part refers to, by id."""
        folder, _, name = source.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self._types:
            return {}
        found = {}
        for each in self._tree(rels):
            target, outside = each.get("Target", ""), each.get("TargetMode") == "External"
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = _Relationship(kind, target if outside else _resolved(source, target), outside)
        return found

    def _copy(self, name: str) -> str:
        """Copy a part with all that it refers to inside the file; its name, which stays."""
        if name in self._package:
            return name
        if not _SAFE_NAME.fullmatch(name) or ".." in name:
            raise ValueError(f"a part is called {name!r}")
        data = self._zip.read(name)
        related = self._related(name)
        self._package.add(name, data, self._types[name])
        if related:
            ids = {
                id: self._package.relate(
                    name, each.kind, each.target if each.outside else self._copy(each.target), each.outside
                )
                for id, each in related.items()
            }
            self._package.add(name, _with_ids(data, ids), self._types[name])
        return name

    def _speak(self, root: Any, language: str) -> None:
        """What has no language of its own is in that of the document, unless the vendor's is another form of it."""
        for usual in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
            if usual.get(f"{W}val", "").partition("-")[0].lower() != language.partition("-")[0].lower():
                usual.set(f"{W}val", own_look.word_language(language))

    def _styles(self, name: str, accent: str, theme: bool, language: str) -> dict[str, str]:
        """The ids of the styles: the vendor's where there is one of the name, else dcsgen's, which is added."""
        from lxml.etree import fromstring, tostring

        root = self._tree(name)
        known = {}
        for each in root.iterfind(f"{W}style"):
            title = each.find(f"{W}name")
            if title is not None:
                known[each.get(f"{W}type", ""), title.get(f"{W}val", "").lower()] = each.get(f"{W}styleId", "")
        self._speak(root, language)
        taken = set(known.values())
        ids: dict[str, str] = {}
        for style in styles():
            key = (style.kind, style.name.lower())
            ids[style.name] = known.get(key) or _unused(style.id, taken)
        for style in styles():
            if (style.kind, style.name.lower()) not in known:
                text = style_xml(style, ids, accent, theme).replace("<w:style ", f'<w:style xmlns:w="{W[1:-1]}" ', 1)
                root.append(fromstring(text))
        self._package.add("word/styles.xml", tostring(root, encoding="UTF-8", standalone=True), f"{_WORD}.styles+xml")
        self._package.relate(_DOCUMENT, "styles", "word/styles.xml")
        return ids

    def _settings(self, name: str | None, language: str) -> None:
        """The vendor's settings, with the order to compute the fields."""
        from lxml.etree import SubElement, tostring

        content: bytes | str = own_look.settings(language)
        if name:
            root = self._tree(name)
            for word in _LEFT_OUT_OF_SETTINGS:
                for each in root.findall(f"{W}{word}"):
                    root.remove(each)
            if root.find(f"{W}updateFields") is None:
                order = SubElement(root, f"{W}updateFields", {f"{W}val": "true"})
                behind = [each for each in root if str(each.tag).rpartition("}")[2] in _BEHIND_UPDATE]
                if behind:
                    behind[0].addprevious(order)
            content = tostring(root, encoding="UTF-8", standalone=True)
        self._package.add("word/settings.xml", content, f"{_WORD}.settings+xml")
        self._package.relate(_DOCUMENT, "settings", "word/settings.xml")

    def _pages(self, related: dict[str, _Relationship], running: own_look.Running) -> tuple[Page, Page]:
        """The pages of the last section, upright and on their side."""
        properties = self._tree(self._main).find(f"{W}body/{W}sectPr")
        size = None if properties is None else properties.find(f"{W}pgSz")
        margin = None if properties is None else properties.find(f"{W}pgMar")
        sides = sorted(_number(size, name, other) for name, other in (("w", 11906), ("h", 16838)))
        margins = {name: _number(margin, name, other) for name, other in _margins(1531, 1134, 1247, 1247).items()}
        first = properties is not None and properties.find(f"{W}titlePg") is not None
        references = list(self._references(properties, related)) if properties is not None else []
        tall = Page(sides[0], sides[1], margins, references, first)
        wide = Page(sides[1], sides[0], margins, list(references), first)
        if not references:
            _run(self._package, tall, running, "tall")
            _run(self._package, wide, running, "wide")
        return tall, wide

    def _references(self, properties: Any, related: dict[str, _Relationship]) -> Iterator[tuple[str, str, str]]:
        for each in properties:
            kind = str(each.tag).rpartition("}")[2].removesuffix("Reference")
            if kind in ("header", "footer") and each.get(f"{_R}id") in related:
                part = self._copy(related[each.get(f"{_R}id")].target)
                yield kind, each.get(f"{W}type", "default"), self._package.relate(_DOCUMENT, kind, part)


def _resolved(source: str, target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join(dirname(source), target))


def _unused(id: str, taken: set[str]) -> str:
    while id in taken:
        id += "x"
    return id


def _with_ids(data: bytes, ids: dict[str, str]) -> bytes:
    """A part whose references have new ids."""

    def renamed(found: re.Match[bytes]) -> bytes:
        old = found[2].decode("utf-8", "replace")
        return found[1] + ids.get(old, old).encode() + b'"'

    return re.sub(rb'(\br:(?:id|embed|link|pict)=")([^"]*)"', renamed, data)


def _number(element: Any, name: str, other: int) -> int:
    text = "" if element is None else element.get(f"{W}{name}", "")
    return abs(int(text)) if re.fullmatch("-?[0-9]{1,6}", text) else other
