"""How single differences are shown."""

from __future__ import annotations

import pytest
from reading_marks import accepted, document, marks_of, rejected, texts

from dcsgen.render.marks.history import description
from dcsgen.render.marks.statement import marked


def table(*bodies: str, head: str = "<th>Name</th><th>UID</th>", id: str = "table-a", number: int = 1) -> str:
    return (
        f'<div class="table" role="region" aria-labelledby="{id}" tabindex="0"><table>'
        f'<caption id="{id}"><span class="label">Table {number}</span> Classes</caption>'
        f"<thead><tr>{head}</tr></thead>{''.join(bodies)}</table></div>"
    )


def body(*rows: str) -> str:
    return "<tbody>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</tbody>"


def cells(*texts: str) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


def context(*syntaxes: str) -> str:
    """A group of rows as in a Presentation Context Table: the Abstract Syntax goes over all of them."""
    first, *rest = syntaxes
    span = f' rowspan="{len(syntaxes)}"' if rest else ' rowspan="1"'
    return body(f"<td{span}>CT</td><td>{first}</td><td{span}>SCP</td>", *(cells(each) for each in rest))


THREE = "<th>Class</th><th>Transfer Syntax</th><th>Role</th>"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "<p>Objects are stored.</p>",
            "<p>Objects are never stored.</p>",
            '<p data-change="changed">Objects are <ins>never </ins>stored.</p>',
        ),
        (
            "<p>The port is 104.</p>",
            "<p>The port is 11112.</p>",
            '<p data-change="changed">The port is <del>104</del><ins>11112</ins>.</p>',
        ),
        ("<p>One.</p>", "<p>One.</p><p>Two.</p>", '<p>One.</p><p data-change="added"><ins>Two.</ins></p>'),
        (
            "<p>One two three.</p><p>Other words stand here.</p>",
            "<p>Other words stand here.</p>",
            '<p data-change="removed"><del>One two three.</del></p><p>Other words stand here.</p>',
        ),
        (
            "<p>Nothing is alike in this one.</p>",
            "<p>Whatever else somebody wrote instead of it, nobody knows.</p>",
            '<p data-change="removed"><del>Nothing is alike in this one.</del></p>'
            '<p data-change="added"><ins>Whatever else somebody wrote instead of it, nobody knows.</ins></p>',
        ),
        (
            "<ul><li><strong>Send</strong> (local)</li><li><strong>Keep</strong> (local)</li></ul>",
            "<ul><li><strong>Keep</strong> (remote)</li></ul>",
            '<ul><li data-change="removed"><strong><del>Send</del></strong><del> (local)</del></li>'
            '<li data-change="changed"><strong>Keep</strong> (<del>local</del><ins>remote</ins>)</li></ul>',
        ),
        (
            '<p>See <a href="https://example.com/old">the site</a>.</p>',
            '<p>See <a href="https://example.com/new">the site</a>.</p>',
            '<p data-change="changed">See <del>the site</del>'
            '<a href="https://example.com/new"><ins>the site</ins></a>.</p>',
        ),
        (
            "<pre>a  b\n c</pre>",
            "<pre>a  b\n d</pre>",
            '<pre data-change="changed">a  b\n <del>c</del><ins>d</ins></pre>',
        ),
    ],
)
def test_text_is_marked_word_by_word(old: str, new: str, shown: str) -> None:
    assert marks_of(old, new) == shown


def test_computed_numbers_are_no_change() -> None:
    old = '<p>See <a class="xref" href="#table-a">Table 1</a>.</p>' + table(body(cells("CT", "1.2")), number=1)
    new = '<p>See <a class="xref" href="#table-a">Table 7</a>.</p>' + table(body(cells("CT", "1.2")), number=7)
    assert marks_of(old, new) == new


def test_another_target_is_a_change() -> None:
    both = table(body(cells("CT", "1"))) + table(body(cells("CT", "1")), id="table-b", number=2)
    see = '<p>See <a class="xref" href="#{}">{}</a> for the rest of it.</p>'
    shown = marks_of(see.format("table-a", "Table 1") + both, see.format("table-b", "Table 2") + both)
    assert (
        'See <span class="xref"><del>Table 1</del></span><a class="xref" href="#table-b"><ins>Table 2</ins></a> for'
        in (shown)
    )


def test_rows_are_known_by_their_names_not_by_their_place() -> None:
    old = table(body(cells("CT", "1.2"), cells("MR", "1.4"), cells("RT", "1.5")))
    new = table(body(cells("NM", "1.1"), cells("CT", "1.2"), cells("RT", "1.6")))
    shown = marks_of(old, new)
    rows = shown[shown.index("<tbody>") :]
    assert rows == (
        '<tbody><tr data-change="added"><td data-change="added"><ins>NM</ins></td><td data-change="added">'
        "<ins>1.1</ins></td></tr><tr><td>CT</td><td>1.2</td></tr>"
        '<tr data-change="removed"><td data-change="removed"><del>MR</del></td><td data-change="removed">'
        '<del>1.4</del></td></tr><tr data-change="changed"><td>RT</td><td data-change="changed"><del>1.5</del>'
        "<ins>1.6</ins></td></tr></tbody></table></div>"
    )


def test_rows_that_share_their_first_cell_are_known_by_the_next_ones_too() -> None:
    old = table(body(cells("Failure", "A700", "full"), cells("Failure", "A900", "wrong")), head=THREE)
    new = table(body(cells("Failure", "A900", "wrong")), head=THREE)
    assert marks_of(old, new).count('<tr data-change="removed">') == 1
    assert marks_of(old, new).count("<del>") == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["implicit", "explicit", "big"], ["implicit", "big"]),
        (["implicit", "explicit", "big"], ["explicit", "big"]),
        (["implicit", "explicit", "big"], ["implicit", "explicit"]),
        (["implicit", "explicit"], ["implicit"]),
        (["implicit"], ["implicit", "explicit"]),
        (["implicit"], ["explicit", "implicit"]),
        (["implicit", "explicit"], ["explicit", "implicit"]),
        (["implicit"], ["explicit"]),
    ],
)
def test_a_cell_over_several_rows_stays_one(old: list[str], new: list[str]) -> None:
    before, after = table(context(*old), head=THREE), table(context(*new), head=THREE)
    shown = marks_of(before, after)
    group = shown[shown.index("<tbody>") :]
    assert group.count(">CT<") == 1
    assert group.count(">SCP<") == 1
    rows = group.count("<tr")
    assert f'rowspan="{rows}">CT<' in group or rows == 1
    assert accepted(shown) == texts(after)
    assert rejected(shown) == texts(before)


def test_columns_are_known_by_their_headings() -> None:
    old = table(body(cells("CT", "1.2"), cells("MR", "1.4")))
    new = table(
        body(cells("CT", "1.2", "yes"), cells("MR", "1.4", "no")), head="<th>Name</th><th>UID</th><th>Sent</th>"
    )
    shown = marks_of(old, new)
    assert '<th data-change="added"><ins>Sent</ins></th>' in shown
    assert '<td>CT</td><td>1.2</td><td data-change="added"><ins>yes</ins></td>' in shown
    back = marks_of(new, old)
    assert '<td>CT</td><td>1.2</td><td data-change="removed"><del>yes</del></td>' in back
    assert back.count("<col ") == 3
    assert rejected(back) == texts(new)


def test_a_removed_table_leads_nowhere_and_has_a_name() -> None:
    shown = marks_of("<p>Same.</p>" + table(body(cells("CT", "1.2"))), "<p>Same.</p>")
    assert 'id="' not in shown
    assert "aria-labelledby" not in shown
    assert '<div class="table" role="region" tabindex="0" aria-label="Classes" data-change="removed">' in shown


FIGURE = (
    '<figure id="flow"><svg aria-labelledby="flow-title"><title id="flow-title">{}</title></svg>'
    '<figcaption><span class="label">Figure 1</span> Flow</figcaption></figure>'
)


def test_a_changed_figure_is_marked_beside_its_caption() -> None:
    shown = marks_of(FIGURE.format("One"), FIGURE.format("Two"))
    assert "<title" in shown
    assert "One" not in shown
    assert '<figure id="flow" data-change="changed">' in shown
    assert ' Flow<span class="change-note"> (figure changed)</span></figcaption>' in shown


def test_a_removed_figure_has_no_id_of_another_one() -> None:
    shown = marks_of(FIGURE.format("One") + "<p>Same.</p>", "<p>Same.</p>")
    assert '<svg aria-labelledby="was-flow-title"><title id="was-flow-title">' in shown


def test_sections_are_known_by_their_ids_and_renamed_ones_by_what_they_say() -> None:
    text = "<p>Waits for Associations and stores what it receives, as PS3.4 has it.</p>"
    old = document("<p>One.</p>", text, "<p>Gone.</p>", ids=["one", "ae-store", "gone"])
    new = document("<p>One.</p>", "<p>Fresh.</p>", text, ids=["one", "fresh", "ae-keep"])
    sections = marked(old, new).sections
    assert [(each.id, each.change) for each in sections] == [
        ("one", ""),
        ("fresh", "added"),
        ("ae-keep", "changed"),
        ("gone", "removed"),
    ]
    assert sections[2].html == text
    assert sections[2].heading == "Title of <del>ae-store</del><ins>ae-keep</ins>"
    assert sections[3].number == ""
    assert sections[3].heading == '<del><span class="no">3</span> Title of gone</del>'


def test_a_removed_section_stands_behind_what_it_stood_behind() -> None:
    old = document(*["<p>x</p>"] * 4, ids=["a", "b", "c", "d"])
    new = document(*["<p>x</p>"] * 2, ids=["a", "d"])
    assert [each.id for each in marked(old, new).sections] == ["a", "b", "c", "d"]


def test_a_revision_history_can_have_it_in_words() -> None:
    rows = [cells(name, f"1.{number}") for number, name in enumerate(["CT", "MR", "NM", "PT", "RT", "US"])]
    old = document(
        table(body(rows[0])), table(body(rows[0])), "<p>As it is now.</p>", titles=["Overview", "Storage", "Rest"]
    )
    new = document(
        table(body(*rows[:3])), table(body(*rows)), "<p>As it is *then*.</p>", titles=["Overview", "Storage", "a*b"]
    )
    changes = marked(old, new).changes
    assert changes is not None
    assert [each.words for each in changes.sections] == [
        ("rows MR and NM added",),
        ("rows MR, NM, PT and 2 more added",),
        ("title changed", "text changed"),
    ]
    # What was said of one section is not said again of the next.
    assert description(changes.sections, str) == (
        "1 Overview: rows MR and NM added; 2 Storage: rows PT, RT and US added; "
        r"3 a\*b: title changed, text changed."
    )


def test_what_the_history_says_is_no_change_of_its_own() -> None:
    old = document(table(body(cells("A", "first")), id="table-history"))
    new = document(table(body(cells("A", "first"), cells("B", "second")), id="table-history"))
    result = marked(old, new)
    assert "<ins>second</ins>" in result.sections[0].html
    assert result.changes is not None
    assert result.changes.sections == ()


def test_a_long_table_takes_time_in_proportion() -> None:
    import time

    def rows(count: int, text: str) -> str:
        return table(body(*(cells(f"Attribute {n}", f"{text} {n}", "LO", "a remark") for n in range(count))))

    def taken(count: int) -> float:
        begin = time.process_time()
        marks_of(rows(count, "once"), rows(count, "twice"))
        return time.process_time() - begin

    taken(50)
    assert taken(4000) < 30 * taken(400)
