"""The section trees of the layouts are those of PS3.2, as transcribed lists have them: in the outlines, and printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from filling import below
from reference import chapter, needs_reference, numbered, rows

from dcsgen import api
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin.layout import Layout, OutlineSection, Unseen
from dcsgen.render.numbering import child_number
from dcsgen.render.statement import render

HERE = Path(__file__).parent
OUTLINES = HERE / "outlines"
BY_NAME = {layout.name: layout for layout in LAYOUTS}
LISTED = [file.stem for file in sorted(OUTLINES.glob("*.txt"))]


class Row(NamedTuple):
    """A section: its number with x for one of several, its title with … for a name, and how sure it is."""

    number: str
    title: str
    sure: str


def listed(name: str) -> tuple[list[Row], list[str]]:
    """The rows of a transcribed list, and the numbers of those that the layout leaves out for a reason."""
    found, left_out = [], []
    for line in (OUTLINES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        number, title, sure, *reason = (cell.strip() for cell in line.split(" | "))
        if reason:
            assert reason[0].startswith("not here: ")
            left_out.append(number)
        else:
            found.append(Row(number, title, sure))
    return found, left_out


def drawn(sections: Sequence[OutlineSection], parent: str = "") -> Iterator[tuple[Row, OutlineSection]]:
    """The rows of an outline in its order, as if every section stood there."""
    counts: dict[str, int] = {}
    for section in sections:
        if section.each:
            number = f"{parent}.x"
        else:
            index = counts.get(section.number, 0)
            counts[section.number] = index + 1
            number = child_number(parent, index, section.number)
        title = re.sub(r"\{\{.*?\}\}", "…", section.title)
        sure = "own" if Unseen.SECTION in section.unverified else "S" if section.unverified else "T"
        yield Row(number, title, sure), section
        yield from drawn(section.sections, number)


@pytest.mark.parametrize("name", LISTED)
def test_the_outline_is_that_of_the_standard(name: str) -> None:
    """Sections that dcsgen adds stand behind those of the standard, so that they change no number."""
    expected, left_out = listed(name)
    found = [row for row, _ in drawn(BY_NAME[name].sections) if row.sure != "own"]

    assert found == expected
    assert not {row.number for row in found} & set(left_out)


@cache
def printed(name: str) -> tuple[tuple[str, str], ...]:
    """Numbers and titles of the document of a product that supports everything."""
    loaded = api.load(HERE / "everything.yaml", api.open_host(vendors=False))
    assert loaded.capability is not None, loaded.findings
    statement = render(loaded.capability, BY_NAME[name]).statement
    sections = [section for one in statement.sections for section in below(one)]
    return tuple((section.number, section.title.removesuffix(" - N/A")) for section in sections)


def fits(row: Row, number: str, title: str) -> bool:
    """Whether a section of a document is one of those that a row stands for."""
    numbers = re.escape(row.number).replace("x", r"\d+")
    titles = re.escape(row.title).replace("…", ".+")
    return re.fullmatch(numbers, number) is not None and re.fullmatch(titles, title) is not None


@pytest.mark.parametrize("name", LISTED)
def test_a_product_that_supports_everything_has_every_section_in_print(name: str) -> None:
    expected, _ = listed(name)
    missing = [row for row in expected if not any(fits(row, *section) for section in printed(name))]

    assert missing == []


@pytest.mark.parametrize("name", LISTED)
def test_what_is_printed_is_of_the_standard_or_marked_as_an_addition(name: str) -> None:
    # The number of an addition depends on what is there before it; what matters is below which section it stands.
    own = [
        row._replace(number=re.sub(r"(?<=\.)\d+", "x", row.number))
        for row, _ in drawn(BY_NAME[name].sections)
        if row.sure == "own"
    ]
    known = [*listed(name)[0], *own]

    assert [section for section in printed(name) if not any(fits(row, *section) for row in known)] == []


def sections_of_annex_n() -> Iterator[tuple[str, str]]:
    """Numbers, as documents have them, and titles in the facts about Annex N, as far as they are not in words."""
    for number, title, *_ in rows(chapter("### A.2 Section outline", "### A.3 Tables")):
        if not number.startswith("N."):
            continue
        numbers = [part.strip() for part in re.split(r" / ", number.partition(" = ")[2] or number)]
        titles = [part.strip() for part in title.split(" / ")]
        if re.search(r" … N?\.\d+(\.\d+)*$| … \.\d+$", number):
            base, _, last = numbers[0].removeprefix("N.").partition(" … ")[0].rpartition(".")
            titles = titles if len(titles) > 1 else title.split(", ")
            yield from ((f"{base}.{int(last) + index}", each) for index, each in enumerate(titles))
        elif len(numbers) > 1:
            base = numbers[0].removeprefix("N.").rpartition(".")[0]
            for each, of in zip(numbers, titles, strict=True):
                yield f"{base}.{each.rpartition('.')[2]}" if base else each.removeprefix("N."), of
        else:
            first = re.split(r" — |: | \(|, ", title)[0]
            above = numbers[0] if " = " in number else number
            if "…" not in number and "," not in number:
                yield numbers[0].removeprefix("N."), first
            yield from ((inner.removeprefix("N."), of) for inner, of in numbered(title, above))


def sections_of_annex_a() -> Iterator[tuple[str, str]]:
    """The same of Annex A; character sets, security and annexes are one less than there, as in the samples."""
    for number, title in numbered(chapter("### B.2 Outline", "### B.3 Normative")):
        first, _, rest = number.removeprefix("A.").partition(".")
        if first in ("0", "6") or number in ("A.4.2.1", "A.4.2.2", "A.4.2.3", "A.4.2.4", "A.5.2.1", "A.5.2.2"):
            continue  # The cover, the transformation to CDA, and numbers that begin anew below each AE.
        chapter_number = int(first) - (1 if int(first) > 6 else 0)
        yield f"{chapter_number}.{rest}".strip("."), title


ABBREVIATED = {
    "mpps": "modality performed procedure step",
    "msps": "modality scheduled procedure step",
    "ups": "unified worklist and procedure step",
    "ian": "instance availability notification",
    "npi": "non-patient instance",
}


def plain(title: str) -> str:
    """A title without what differs in spelling alone."""
    spelled = re.sub(r" (?:\(|with \.).*", "", title).casefold().replace("isation", "ization")
    return re.sub(r"[^a-z/ ]", "", ABBREVIATED.get(spelled, spelled)).strip()


@needs_reference
@pytest.mark.parametrize("name", LISTED)
def test_the_transcription_is_that_of_the_collected_facts(name: str) -> None:
    facts = [*(sections_of_annex_n() if name == "ps3.2-annex-n" else sections_of_annex_a())]
    assert len(facts) > 50
    text = (OUTLINES / f"{name}.txt").read_text("utf-8")
    known = [line.split(" | ")[:2] for line in text.splitlines() if not line.startswith("#")]

    wrong = []
    for number, title in facts:
        if number == "0" or "<" in title:
            continue
        here = [of for at, of in known if re.fullmatch(re.escape(at).replace("x", r"\d+"), number)]
        if not any(of == "…" or plain(title) in plain(of) or plain(of).startswith(plain(title)) for of in here):
            wrong.append((number, title, here))
    assert wrong == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_ids_of_siblings_differ(layout: Layout) -> None:
    def check(sections: Sequence[OutlineSection]) -> None:
        ids = [section.id for section in sections]
        assert len(ids) == len(set(ids))
        for section in sections:
            check(section.sections)

    check(layout.sections)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_links_lead_to_is_in_every_layout(layout: Layout) -> None:
    if layout.name == "overview":
        return
    ids = {section.id for _, section in drawn(layout.sections)}
    assert ids >= {
        "statement",
        "data-flow",
        "mapping",
        "status-table",
        "ae-mapping",
        "parameters",
        "private-attributes",
    }
    assert ids >= {"extended-sop-classes", "character-sets", "communication", "ae-specifications"}
