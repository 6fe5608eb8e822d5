"""Documents in other languages than English: in each layout and format, with words of plug-ins; what is refused."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest

from dcsgen import api
from dcsgen.base.errors import UsageError
from dcsgen.render import catalogues

EXAMPLE = Path(__file__).parents[2] / "examples" / "modality" / "modality.yaml"
LAYOUTS = ("overview", "ps3.2-annex-a", "ps3.2-annex-n", "tr62266")
SAID = {
    "de": ("Transfersyntax", "Tabelle ", "Anwendungsinstanz", "AE-Titel"),
    "fr": ("yntaxes de transfert", "Tableau ", "ntités d’application", "d’AE"),
}
ENGLISH = (
    "not stated",
    "Transfer Syntaxes",
    "Application Entity</th>",
    "The following",
    ">Remark<",
    ">Table 1",
    ">Table A",
    "N/A",
)

PRODUCT = """\
dcsgen: 1
product: {name: VIEWER, vendor: ACME, version: "3"}
document: {identifier: ACME-1, revision: "1", date: 2024-01-31, language: LANGUAGE}
application_entities:
  VIEWER: {function: {en: Shows plans., de: Zeigt Pläne., fr: Affiche des plans.}}
"""

PLUGIN = """
from pathlib import Path
from dcsgen.plugin import TemplateFolder, hookimpl

@hookimpl
def dcsgen_template_folders():
    return [TemplateFolder("acme", Path(__file__).parent / "_templates")]
"""

CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Introduction"
msgstr "INTRODUCTION"
"""


def product(folder: Path, language: str = "en", extra: str = "") -> Path:
    file = folder / "product.yaml"
    file.write_text(PRODUCT.replace("language: LANGUAGE", f"language: {language}{extra}"), encoding="utf-8")
    return file


def built(file: Path, formats: tuple[str, ...], host: api.Host, **how: str) -> dict[str, bytes]:
    """The contents of a build by format; nothing is found but what rules advise."""
    how = {"layout": "ps3.2-annex-n", **how}
    made = api.documents(api.Order(file=file, formats=formats, **how), host)  # type: ignore[arg-type]
    assert [finding.message for finding in made.findings if finding.code.startswith("L")] == []
    return made.contents


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


@pytest.fixture
def acme(tmp_path: Path) -> api.Host:
    """A host with a template folder that has words of its own."""
    templates = tmp_path / "plugins" / "acme" / "_templates"
    (templates / "locales").mkdir(parents=True)
    (templates.parent / "__init__.py").write_text(PLUGIN, encoding="utf-8")
    return api.open_host(folders=[tmp_path / "plugins"])


@pytest.mark.parametrize("language", sorted(SAID))
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_speaks_the_language(layout: str, language: str, host: api.Host) -> None:
    made = api.documents(api.Order(file=EXAMPLE, formats=("html", "md"), layout=layout, language=language), host)
    page, text = made.contents["html"].decode(), made.contents["md"].decode()
    assert f'<html lang="{language}">' in page
    for word in SAID[language]:
        assert word in page
        assert word in text
    assert [word for word in ENGLISH if word in page] == []


def test_the_description_chooses_and_the_command_line_overrules(tmp_path: Path, host: api.Host) -> None:
    file = product(tmp_path, "de")
    assert "Zeigt Pläne." in built(file, ("html",), host)["html"].decode()
    french = built(file, ("html", "json"), host, language="fr")
    assert "Affiche des plans." in french["html"].decode()
    assert b'"language": "fr"' in french["json"]


def test_a_form_of_a_language_has_its_words(tmp_path: Path, host: api.Host) -> None:
    page = built(product(tmp_path), ("html",), host, language="de-CH")["html"].decode()
    assert '<html lang="de-CH">' in page
    assert "DICOM-Konformitätserklärung" in page
    assert "Zeigt Pläne." in page


def test_pdf_says_its_language_and_counts_its_pages(tmp_path: Path, host: api.Host) -> None:
    data = built(product(tmp_path), ("pdf",), host, language="de")["pdf"]
    assert pikepdf.open(BytesIO(data)).Root.Lang == "de"
    pdf = pypdfium2.PdfDocument(data)
    assert f"Seite 2 von {len(pdf)}" in pdf[1].get_textpage().get_text_range()
    assert pdf.get_metadata_dict()["Title"] == "VIEWER – DICOM-Konformitätserklärung"


def test_word_knows_the_language(tmp_path: Path, host: api.Host) -> None:
    data = built(product(tmp_path), ("docx",), host, language="fr", layout="tr62266")["docx"]
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name).decode() for name in file.namelist() if name.endswith(".xml")}
    assert '<w:lang w:val="fr-FR"' in parts["word/styles.xml"]
    assert '<w:themeFontLang w:val="fr-FR"/>' in parts["word/settings.xml"]
    assert "<dc:language>fr</dc:language>" in parts["docProps/core.xml"]
    assert '<w:lvlText w:val="Annexe %1"/>' in parts["word/numbering.xml"]
    assert "SEQ Tableau " in parts["word/document.xml"]
    assert 'TOC \\h \\z \\c "Tableau"' in parts["word/document.xml"].replace("&quot;", '"')
    footer = re.sub("<[^>]+>", "", parts["word/footer-tall.xml"])
    assert footer.endswith("Page 1 sur 1")


def test_the_page_has_words_for_its_script_only_where_they_differ(tmp_path: Path, host: api.Host) -> None:
    file = product(tmp_path)
    assert 'id="dcsgen-words"' not in built(file, ("html",), host)["html"].decode()
    page = built(file, ("html",), host, language="de")["html"].decode()
    found = re.search(r'<script type="application/json" id="dcsgen-words">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    assert '"Dark colours": "Dunkle Farben"' in found[1]


@pytest.mark.parametrize(
    ("language", "hint"),
    [("dee", 'did you mean "de"?'), ("it", "there are de, en, fr"), ("german", 'did you mean "de"?')],
)
def test_a_language_without_words_is_refused(tmp_path: Path, host: api.Host, language: str, hint: str) -> None:
    with pytest.raises(UsageError) as refusal:
        api.documents(api.Order(file=product(tmp_path), formats=("html",), language=language), host)
    assert str(refusal.value) == f'layouts have no words in the language "{language}": {hint}'


@pytest.mark.parametrize("language", ["en", "de", "it"])
def test_a_folder_of_templates_brings_words(tmp_path: Path, acme: api.Host, language: str) -> None:
    """It comes before the words of dcsgen; what it does not say is said by dcsgen, or in English."""
    locales = tmp_path / "plugins" / "acme" / "_templates" / "locales"
    (locales / f"{language}.po").write_text(CATALOGUE, encoding="utf-8")
    file = product(tmp_path, extra=", template: acme")
    made = api.documents(api.Order(file=file, formats=("html",), language=language), acme)
    page = made.contents["html"].decode()
    assert "INTRODUCTION" in page
    assert {"en": "Overview", "de": "Überblick", "it": "Overview"}[language] in page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Introduction: Einleitung", "is damaged: Unknown or misformatted keyword"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=klingon\\n"', "is damaged: unknown encoding: klingon"),
        ('msgid "Introduction"\nmsgstr "100 % Einleitung"', 'translates "Introduction" with other values: "100 % Einl'),
        ('msgid "Parameters of %(owner)s"\nmsgstr "Parameter von %(besitzer)s"', 'with other values: "Parameter von %'),
    ],
)
def test_a_damaged_catalogue_is_named(tmp_path: Path, acme: api.Host, text: str, told: str) -> None:
    catalogue = tmp_path / "plugins" / "acme" / "_templates" / "locales" / "de.po"
    catalogue.write_text(f"{text}\n", encoding="utf-8")
    file = product(tmp_path, extra=", template: acme")
    with pytest.raises(UsageError, match=told):
        api.documents(api.Order(file=file, formats=("html",), language="de"), acme)


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path, acme: api.Host) -> None:
    (tmp_path / "plugins" / "acme" / "_templates" / "locales" / "de.po").mkdir()
    file = product(tmp_path, extra=", template: acme")
    with pytest.raises(UsageError, match=r"the catalogue .*de\.po cannot be read"):
        api.documents(api.Order(file=file, formats=("html",), language="de"), acme)


def test_a_catalogue_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "de.po").write_text(CATALOGUE, encoding="utf-8")
    assert catalogues.catalogue_of("de", [tmp_path]).gettext("Introduction") == "INTRODUCTION"
    (kept,) = (tmp_path / "cache" / "dcsgen" / "locales").iterdir()
    monkeypatch.setattr(catalogues, "_compiled", None)
    assert catalogues.catalogue_of("de", [tmp_path]).gettext("Introduction") == "INTRODUCTION"
    kept.write_bytes(b"damaged")
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert catalogues.catalogue_of("de", [tmp_path]).gettext("Introduction") == "INTRODUCTION"
