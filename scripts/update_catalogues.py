"""Brings the catalogues of `templates/locales/` up to date with the fixed texts of layouts, views and formats.

    python scripts/update_catalogues.py

New messages come in untranslated, those that are no longer used go. Nothing is guessed: a message that was changed
is a new one. A test fails while a catalogue is not complete.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from dcsgen.model import Document  # noqa: E402
from dcsgen.plugin.layout import OutlineSection, layout_from_file  # noqa: E402
from dcsgen.plugin.tables import tables_from_file  # noqa: E402

TEMPLATES = ROOT / "templates"
LOCALES = TEMPLATES / "locales"
KEYWORDS = {"_": None, "N_": None, "word": None, "gettext": None, "ngettext": (1, 2)}
"""Functions whose first argument is a message, or the first two."""

_Found = tuple[int, str | tuple[str, ...], list[str], str | None]
"""A message as Babel gives it: its line, itself or its forms, comments, context."""

NEWSTYLE = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


def messages() -> Catalog:
    """All fixed texts, each with the files that it is in."""
    found = Catalog(project="dcsgen", fuzzy=False)
    for file in _files("templates", ("parts/**/*.html", "pages/*.html", "layouts/**/*.html", "*.html")):
        _add(found, file, extract_from_file("jinja2.ext.babel_extract", file, keywords=KEYWORDS, options=NEWSTYLE))
    for file in _files("src/dcsgen", ("render/**/*.py", "builtin/format/**/*.py")):
        _add(found, file, extract_from_file("python", file, keywords=KEYWORDS))
    for file in _files("templates", ("layouts/*.yaml",)):
        for title in _titles(layout_from_file(file).sections):
            found.add(title, locations=[(_name(file), 0)])
    for file in _files("templates", ("tables.yaml", "layouts/*/tables.yaml")):
        for table in tables_from_file(file).values():
            for column in table.columns:
                for text in (column.heading, column.empty):
                    found.add(text, locations=[(_name(file), 0)])
    found.add(Document(identifier="", revision="", date="").title, locations=[("src/dcsgen/model/identity.py", 0)])
    return found


def updated(language: str) -> bytes:
    """The catalogue of a language with all messages and no others, translated as far as it was."""
    known = read_po(BytesIO((LOCALES / f"{language}.po").read_bytes()), locale=language)
    catalogue = Catalog(locale=language, project="dcsgen", fuzzy=False, header_comment=known.header_comment)
    for message in messages():
        if message.id:
            before = known.get(message.id)
            string = before.string if before is not None else None
            comments = before.user_comments if before is not None else ()
            catalogue.add(message.id, string, message.locations, message.flags, user_comments=comments)
    return _written(catalogue)


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(file.stem for file in LOCALES.glob("*.po"))


def _files(folder: str, patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        yield from sorted((ROOT / folder).glob(pattern))


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _add(catalogue: Catalog, file: Path, found: Iterable[_Found]) -> None:
    for _line, message, _comments, _context in found:
        catalogue.add(message, locations=[(_name(file), 0)])


def _titles(sections: Iterable[OutlineSection]) -> Iterator[str]:
    for section in sections:
        if re.search(r"[A-Za-z]", re.sub(r"{{.*?}}", "", section.title)):
            yield section.title
        yield from _titles(section.sections)


def _written(catalogue: Catalog) -> bytes:
    """As text, with those lines of the header alone that a reader of catalogues needs: no dates, no names."""
    out = BytesIO()
    write_po(out, catalogue, width=120, sort_output=True, include_lineno=False)
    header, _, messages = out.getvalue().decode().partition("\n\n")
    lines = [line for line in header.splitlines() if not re.match(r'"(?!Language: |Plural|MIME|Content)\w', line)]
    return ("\n".join(lines) + "\n\n" + messages).encode()


def main() -> None:
    """Write all catalogues."""
    for language in languages():
        (LOCALES / f"{language}.po").write_bytes(updated(language))


if __name__ == "__main__":
    main()
