"""A package of parts that refer to each other (ECMA-376, Part 2), written with the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from posixpath import dirname, relpath
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
# The first date that ZIP knows: there is no clock here.
_DATE = (1980, 1, 1, 0, 0, 0)


class Package:
    """Parts by name (`word/document.xml`), with the relationships of each."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[bytes, str]] = {}
        self._relationships: dict[str, list[tuple[str, str, bool]]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def add(self, name: str, data: bytes | str, content_type: str) -> None:
        """Put a part in; XML may come as text without its declaration."""
        self._parts[name] = (data if isinstance(data, bytes) else (DECLARATION + data).encode(), content_type)

    def relate(self, source: str, kind: str, target: str, external: bool = False) -> str:
        """The id by which a part (`""` is the package) refers to another one or to an address outside.

        `kind` is a whole URI, or the last word of one of ECMA-376.
        """
        kind = kind if "/" in kind else f"{RELATIONSHIPS}/{kind}"
        known = self._relationships.setdefault(source, [])
        if (kind, target, external) not in known:
            known.append((kind, target, external))
        return f"rId{known.index((kind, target, external)) + 1}"

    def file(self) -> bytes:
        """The file."""
        files = {
            "[Content_Types].xml": self._content_types(),
            **{_rels_of(source): self._rels(source) for source in self._relationships},
            **{name: data for name, (data, _) in self._parts.items()},
        }
        # The list of types and the relationships of the package come first, as readers of streams want it.
        first = ["[Content_Types].xml", "_rels/.rels"]
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
            for name in [*first, *sorted(files.keys() - set(first))]:
                entry = ZipInfo(name, _DATE)
                entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
                file.writestr(entry, files[name])
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        # Pictures and fonts have the type of their suffix, as Word writes it.
        suffixes: dict[str, str] = {"rels": _RELS_TYPE, "xml": "application/xml"}
        overrides = []
        for name, (_, type) in sorted(self._parts.items()):
            if suffixes.setdefault(name.rpartition(".")[2], type) != type:
                overrides.append(f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(type)}/>")
        defaults = (
            f"<Default Extension={quoteattr(suffix)} ContentType={quoteattr(type)}/>"
            for suffix, type in suffixes.items()
        )
        return _xml(
            f'<Types xmlns="{_PACKAGE}/content-types">',
            *defaults,
            *overrides,
            "</Types>",
        )

    def _rels(self, source: str) -> bytes:
        folder = dirname(source)
        relationships = (
            f'<Relationship Id="rId{number}" Type={quoteattr(kind)} '
            f"Target={quoteattr(target if external else relpath(target, folder or '.'))}"
            + (' TargetMode="External"/>' if external else "/>")
            for number, (kind, target, external) in enumerate(self._relationships[source], 1)
        )
        return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">', *relationships, "</Relationships>")


def _rels_of(source: str) -> str:
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _xml(*pieces: str) -> bytes:
    return (DECLARATION + "".join(pieces)).encode()
