"""Pages on their side: what a layout wants, and what goes with it so that no sheet holds a heading or an N/A alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen import api
from dcsgen.builtin.layout.outlines import LAYOUTS
from dcsgen.plugin.statement import Section
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.orientation import oriented
from dcsgen.render.statement import render


def section(name: str, *children: Section, html: str = "", **others: bool) -> Section:
    return Section(id=name, number="1", title=name, level=2, html=html, children=children, **others)


def sides(sections: Sequence[Section]) -> Iterator[tuple[str, bool]]:
    for one in sections:
        yield one.id, one.landscape
        yield from sides(one.children)


def test_headings_alone_go_where_the_first_text_below_them_goes() -> None:
    wide = section("table", html="<table>", landscape=True)
    outline = [section("a", html="<p>"), section("b", section("c", wide)), section("d", html="<p>")]
    assert dict(sides(oriented(outline))) == {"a": False, "b": True, "c": True, "table": True, "d": False}


def test_what_only_says_n_a_goes_with_what_follows() -> None:
    def not_applicable(name: str) -> Section:
        return section(name, html="<p>N/A</p>", applicable=False)

    wide = section("table", html="<table>", landscape=True)
    outline = [
        not_applicable("first"),
        section("b", wide, not_applicable("between"), section("other", html="<table>", landscape=True)),
        not_applicable("behind"),
        section("d", not_applicable("below"), section("more", html="<p>")),
        not_applicable("last"),
    ]
    expected = {"first": True, "b": True, "table": True, "between": True, "other": True}
    expected |= {"behind": False, "d": False, "below": False, "more": False, "last": False}
    assert dict(sides(oriented(outline))) == expected
    assert dict(sides(oriented([not_applicable("alone")]))) == {"alone": False}
    # An annex begins a new page, so that what stands before it need not turn.
    annex = Section(id="annex", number="A", title="annex", level=1, html="<table>", landscape=True)
    assert dict(sides(oriented([*outline, annex])))["last"] is False


def test_a_section_is_hollow_if_nothing_in_it_says_more_than_n_a() -> None:
    empty = section("e", html="<p>N/A</p>", applicable=False)
    assert empty.is_hollow
    assert section("a", empty, section("b", empty)).is_hollow
    assert not section("a", empty, html="<p>Text.</p>").is_hollow
    assert not section("a", empty, section("b", html="<p>Text.</p>")).is_hollow
    assert not section("a", html="<p>Text.</p>").is_hollow


def test_an_annex_without_content_says_so() -> None:
    (layout,) = (layout for layout in LAYOUTS if layout.name == "ps3.2-annex-n")
    statement = render(api.capability_of(minimal_description()), layout).statement
    annexes = {one.title: one for one in statement.sections if one.is_annex}
    assert annexes["Mapping of Attributes - N/A"].html == "<p>N/A</p>"
    assert all(annex.is_hollow for annex in annexes.values())
