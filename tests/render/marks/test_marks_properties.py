"""What holds for the marks of any two documents."""

from __future__ import annotations

from collections import Counter
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from reading_marks import accepted, document, ids_of, of_document, rejected

from dcsgen.plugin import Statement
from dcsgen.render.marks.statement import marked

WORDS = st.sampled_from(["plan", "CT", "1.2.840", "is", "<b>", "not", "stored", "&", "A700", "(0008,0005)", "ä"])
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@st.composite
def inline(draw: st.DrawFn) -> str:
    pieces = []
    for text in draw(st.lists(TEXT, min_size=1, max_size=3)):
        shown = escape(text)
        wrapped = ["{}", "<strong>{}</strong>", "<code>{}</code>", '<a href="https://example.com">{}</a>', "{}<br>x"]
        pieces.append(draw(st.sampled_from(wrapped)).format(shown))
        pieces.append(draw(st.sampled_from(["", " ", '<a class="xref" href="#table-a">Table 1</a>'])))
    return "".join(pieces)


CELL = st.one_of(
    inline(), st.just(""), inline().map(lambda text: f'<span class="line">{text}</span><span class="note">n</span>')
)


@st.composite
def rows(draw: st.DrawFn, columns: int) -> str:
    """Rows, some of them below a cell that goes over all of a group."""
    written = []
    for _ in range(draw(st.integers(0, 4))):
        cells = [draw(CELL) for _ in range(columns)]
        written.append("".join(f"<td>{cell}</td>" for cell in cells))
    if not written:
        return ""
    if draw(st.booleans()):
        head = f'<td rowspan="{len(written)}">{draw(CELL)}</td>'
        return f"<tbody><tr>{head}{'</tr><tr>'.join(written)}</tr></tbody>"
    return f"<tbody><tr>{'</tr><tr>'.join(f'<td>-</td>{row}' for row in written)}</tr></tbody>"


@st.composite
def table(draw: st.DrawFn) -> str:
    id = draw(st.sampled_from(["table-a", "table-b"]))
    names = draw(st.sampled_from([["Name"], ["Name", "Tag"], ["Tag", "Remark"], ["Name", "Tag", "Remark"]]))
    head = "".join(f'<th scope="col">{name}</th>' for name in ["Group", *names])
    groups = "".join(draw(st.lists(rows(len(names)), max_size=3)))
    return (
        f'<div class="table" role="region" aria-labelledby="{id}" tabindex="0"><table class="x">'
        f'<caption id="{id}"><span class="label">Table {draw(st.integers(1, 9))}</span> {draw(inline())}</caption>'
        f"<thead><tr>{head}</tr></thead>{groups}</table></div>"
    )


@st.composite
def content(draw: st.DrawFn) -> str:
    block = st.one_of(
        inline().map(lambda text: f"<p>{text}</p>"),
        st.lists(inline(), min_size=1, max_size=4).map(lambda items: f"<ul><li>{'</li><li>'.join(items)}</li></ul>"),
        st.lists(inline(), min_size=1, max_size=2).map(
            lambda items: f"<ol><li><p>{'</p><p>'.join(items)}</p></li></ol>"
        ),
        TEXT.map(lambda text: f"<pre>{escape(text)}\n  {escape(text)}</pre>"),
        TEXT.map(
            lambda text: (
                f'<figure id="figure-a"><svg><title id="f">{escape(text)}</title></svg>'
                f'<figcaption><span class="label">Figure 1</span> {escape(text)}</figcaption></figure>'
            )
        ),
        table(),
    )
    blocks = draw(st.lists(block, max_size=5))
    seen: Counter[str] = Counter()
    kept = []
    for html in blocks:
        # Documents have each id once.
        name = next((id for id in ("table-a", "table-b", "figure-a") if f'id="{id}"' in html), "")
        seen[name] += bool(name)
        if seen[name] < 2:
            kept.append(html)
    return "\n".join(kept)


@st.composite
def documents(draw: st.DrawFn) -> Statement:
    ids = draw(st.lists(st.sampled_from(["scope", "ae-a", "ae-b", "media"]), unique=True, max_size=4))
    bodies = [draw(content()) for _ in ids]
    seen: set[str] = set()
    for index, html in enumerate(bodies):
        for id in ("table-a", "table-b", "figure-a"):
            if f'id="{id}"' in html and id in seen:
                bodies[index] = ""
        seen |= {id for id in ("table-a", "table-b", "figure-a") if f'id="{id}"' in bodies[index]}
    return document(*bodies, ids=ids, titles=[draw(TEXT) for _ in ids])


@given(documents())
@settings(max_examples=30)
def test_a_document_has_no_marks_against_itself(statement: Statement) -> None:
    result = marked(statement, statement)
    assert result.sections == statement.sections
    assert result.changes is not None
    assert result.changes.sections == ()


@given(documents(), documents())
@settings(max_examples=50)
def test_without_what_was_removed_it_is_the_new_document_and_without_what_was_added_the_old_one(
    old: Statement, new: Statement
) -> None:
    result = marked(old, new)
    assert of_document(result, accepted) == of_document(new)
    common = [[each.id for each in side.sections if each.id in other] for side, other in _both_ways(old, new)]
    if common[0] == common[1]:
        assert of_document(result, rejected) == of_document(old)
    else:
        # Sections that changed their order stand where they do now.
        assert sorted(of_document(result, rejected)) == sorted(of_document(old))


def _both_ways(old: Statement, new: Statement) -> list[tuple[Statement, set[str]]]:
    return [(old, {each.id for each in new.sections}), (new, {each.id for each in old.sections})]


@given(documents(), documents())
@settings(max_examples=30)
def test_each_id_is_there_once_and_all_of_the_new_document_are(old: Statement, new: Statement) -> None:
    ids = ids_of(marked(old, new))
    assert len(ids) == len(set(ids))
    assert set(ids_of(new)) <= set(ids)


@given(documents(), documents())
@settings(max_examples=30)
def test_what_has_no_mark_has_none_listed(old: Statement, new: Statement) -> None:
    result = marked(old, new)
    assert result.changes is not None
    shown = any("<ins>" in each.html + each.heading or "<del>" in each.html + each.heading for each in result.sections)
    if not result.changes.sections:
        assert not shown
