"""Properties of the document, and the description that it carries."""

from __future__ import annotations

from datetime import date

from dcsgen.base.embedding_docx import embed_in_xml
from dcsgen.builtin.format._docx.package import Package
from dcsgen.builtin.format._docx.words import text
from dcsgen.plugin.statement import Statement
from dcsgen.version import __version__

_OPENXML = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_ITEM_ID = "{6F0C9B7E-3D51-4C7B-9B43-5E1D2A84C0F7}"
_DOCUMENT = "word/document.xml"


def add_properties(package: Package, statement: Statement) -> None:
    """Title, author and so on, and what fields such as `DOCPROPERTY Revision` in a vendor's header show."""
    product, document = statement.capability.product, statement.capability.document
    subject = statement.word("%(document)s, revision %(revision)s") % {
        "document": document.identifier,
        "revision": document.revision,
    }
    day = f"{real_date(document.date)}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in ("created", "modified")
    )
    package.add(
        "docProps/core.xml",
        f'<cp:coreProperties xmlns:cp="{_OPENXML}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{text(statement.title)}</dc:title>'
        f"<dc:subject>{text(subject)}</dc:subject>"
        f"<dc:creator>{text(product.vendor)}</dc:creator><cp:keywords>DICOM</cp:keywords>"
        f"<dc:identifier>{text(document.identifier)}</dc:identifier><dc:language>{text(statement.language)}</dc:language>"
        f"<cp:version>{text(document.revision)}</cp:version>{dates}</cp:coreProperties>",
        f"{_TYPE}-package.core-properties+xml",
    )
    package.relate("", f"{_OPENXML}/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
    package.add(
        "docProps/app.xml",
        f'<Properties xmlns="{_OPENXML}/officeDocument/2006/extended-properties"><Application>dcsgen {__version__}'
        f"</Application><Company>{text(product.vendor)}</Company></Properties>",
        f"{_TYPE}-officedocument.extended-properties+xml",
    )
    package.relate("", "extended-properties", "docProps/app.xml")
    own = {
        "Product": product.name,
        "Product version": product.version,
        "Vendor": product.vendor,
        "Document": document.identifier,
        "Revision": document.revision,
        "Date": document.date,
    }
    package.add(
        "docProps/custom.xml",
        f'<Properties xmlns="{_OPENXML}/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{_OPENXML}/officeDocument/2006/docPropsVTypes">'
        + "".join(
            f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}">'
            f"<vt:lpwstr>{text(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(own.items(), 2)
        )
        + "</Properties>",
        f"{_TYPE}-officedocument.custom-properties+xml",
    )
    package.relate("", "custom-properties", "docProps/custom.xml")


def real_date(text: str) -> str:
    """A date, or 1970 for one like 2002-02-31, which the schema lets in and Word does not."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return "1970-01-01"


def add_description(package: Package, data: bytes) -> None:
    """The resolved description as custom XML, which Word keeps when it saves the document."""
    package.add("customXml/item1.xml", embed_in_xml(data), "application/xml")
    package.relate(_DOCUMENT, "customXml", "customXml/item1.xml")
    package.add(
        "customXml/itemProps1.xml",
        f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_OPENXML}/officeDocument/2006/customXml">'
        "<ds:schemaRefs/></ds:datastoreItem>",
        f"{_TYPE}-officedocument.customXmlProperties+xml",
    )
    package.relate("customXml/item1.xml", "customXmlProps", "customXml/itemProps1.xml")
