"""What makes the PDF fast changes nothing in it, and leaves WeasyPrint as it was."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager

import pydyf
import pypdfium2
import pytest
import weasyprint.html
import weasyprint.layout.inline
import weasyprint.layout.page
from format_statements import UID, body, sample, section, statement, table
from weasyprint.text.line_break import Layout

from dcsgen.builtin.format import _engine, _shortcuts
from dcsgen.builtin.format._joining import AttachedFile
from dcsgen.builtin.format._paper import paper
from dcsgen.builtin.format.pdf_format import FORMAT, _midnight

FOOTNOTE = '<p>Text<span style="float: footnote">Said below.</span></p>'
JUSTIFIED = f'<div style="text-align: justify; width: 60mm"><p>{"Some words for a paragraph. " * 9}</p></div>'
LINES = "<pre>one line\nanother,\twith a tab\n\na third</pre>" + f'<p style="width: 40mm">{UID * 3}</p>'
HYPHENS = '<p style="hyphens: auto; width: 20mm">Interoperability considerations.</p>'
LEFT = "<style>@page:left { @top-center { content: 'left' } } @page:first { @top-center { content: 'first' } }</style>"


@contextmanager
def nothing(_html: str) -> Iterator[None]:
    yield


def document(html: str) -> bytes:
    page = f"<!DOCTYPE html><html lang='en'><title>Title</title>{html}</html>"
    return paper(page, AttachedFile("a.json", "", b"{}", _midnight("2002-08-05")))


def long_document() -> bytes:
    rows = body([("Patient ID", UID, "Refused if longer than 12 characters.")] * 90)
    return FORMAT.write(
        statement(
            section("A", html=table("t", rows), landscape=True),
            section("B", html=f"{JUSTIFIED}{LINES}{HYPHENS}{table('u', rows, 'contexts')}"),
        )
    )


@pytest.mark.parametrize(
    "shortcut",
    [_shortcuts.texts_set_once(), _shortcuts.pages_styled_once(), _shortcuts.no_footnotes("")],
    ids=["texts_set_once", "pages_styled_once", "no_footnotes"],
)
def test_same_bytes_without(shortcut: AbstractContextManager[None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_engine, "shortcuts", nothing)
    plain = long_document(), document(f"{LEFT}{JUSTIFIED}{LINES}{HYPHENS}" * 9)
    with shortcut:
        assert (long_document(), document(f"{LEFT}{JUSTIFIED}{LINES}{HYPHENS}" * 9)) == plain


def characters(data: bytes) -> list[tuple[int, float, str]]:
    """What stands on the second page, line by line, and where, in points."""
    text = pypdfium2.PdfDocument(data)[1].get_textpage()
    places = [text.get_charbox(index) for index in range(text.count_chars())]
    return sorted(
        (round(bottom), left, character)
        for character, (left, bottom, _, _) in zip(text.get_text_range(), places, strict=False)
        if not character.isspace()
    )


def test_leaders_stand_where_they_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    one_piece = FORMAT.write(sample())
    monkeypatch.setattr(_engine, "shortcuts", nothing)
    pieces = FORMAT.write(sample())
    assert len(one_piece) < len(pieces)
    found, wanted = characters(one_piece), characters(pieces)
    assert [(line, character) for line, _, character in found] == [(line, character) for line, _, character in wanted]
    assert max(abs(x - y) for (_, x, _), (_, y, _) in zip(found, wanted, strict=True)) < 0.5
    assert sum(character == "." for _, _, character in found) > 100


def streams(data: bytes) -> list[bytes]:
    return [zlib.decompress(stream) for stream in re.findall(rb"stream\n(\x78.*?)\nendstream", data, re.DOTALL)]


def test_packed_lightly_is_the_same_in_little_more_space(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_engine, "shortcuts", lambda _: _shortcuts.packed_lightly())
    lightly = FORMAT.write(sample())
    monkeypatch.setattr(_engine, "shortcuts", nothing)
    tightly = FORMAT.write(sample())
    assert len(tightly) < len(lightly) < 1.05 * len(tightly)
    # The last one says where in the file the others stand.
    assert streams(lightly)[:-1] == streams(tightly)[:-1]


@pytest.mark.parametrize("style", ["float: footnote", "--place: footnote; float: var(--place)"])
def test_footnotes_are_printed_where_there_are_some(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    html = FOOTNOTE.replace("float: footnote", style)
    monkeypatch.setattr(_engine, "shortcuts", _shortcuts.no_footnotes)
    with_shortcuts = document(html)
    monkeypatch.setattr(_engine, "shortcuts", nothing)
    assert with_shortcuts == document(html)
    assert re.search(
        r"Text1\s+1\. Said below\.", pypdfium2.PdfDocument(with_shortcuts)[0].get_textpage().get_text_range()
    )


def test_weasyprint_is_left_as_it_was() -> None:
    def state() -> tuple[object, ...]:
        pages, inline = weasyprint.layout.page, weasyprint.layout.inline
        rules = weasyprint.html.UA_STYLESHEET.matcher.other_selectors
        styles = pages.set_page_type_computed_styles
        return Layout.deactivate, Layout.reactivate, inline.handle_leader, styles, rules, pydyf.zlib

    def fail() -> None:
        with _shortcuts.shortcuts(""):
            assert not any(one is other for one, other in zip(state(), before, strict=True))
            raise ZeroDivisionError

    before = state()
    with pytest.raises(ZeroDivisionError):
        fail()
    assert all(one is other for one, other in zip(state(), before, strict=True))


def test_threads_do_not_meet() -> None:
    before = Layout.deactivate
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(document, ["<p>one</p>", "<p>other</p>"])
    assert one != other
    assert Layout.deactivate is before
    assert gc.isenabled()


def test_another_version_does_all_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shortcuts.versions_known()
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    before = Layout.deactivate
    with _shortcuts.shortcuts(""):
        assert Layout.deactivate is before


def test_a_name_that_is_gone_is_no_trouble() -> None:
    class Version71:
        pass

    with _shortcuts.replaced(Version71, "deactivate", print):
        assert not hasattr(Version71, "deactivate")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names differ")
def test_no_compiler_looks_for_libraries() -> None:
    """In a process of its own, because WeasyPrint is imported but once."""
    script = (
        "import subprocess\n"
        "from dcsgen.builtin.format import _engine\n"
        "def never(*args, **kwargs): raise AssertionError(args)\n"
        "subprocess.Popen = never\n"
        "print(_engine.weasyprint().__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("weasyprint\n", "")
