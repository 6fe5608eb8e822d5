"""The differences in Markdown, for a comment on a pull request."""

from __future__ import annotations

from dcsgen.base.change import Verdict
from dcsgen.builtin.change_reporter._order import Line, counted, in_lines
from dcsgen.builtin.reporter._comment import LONGEST, literal, that_fit
from dcsgen.plugin import ChangeReporter, Difference

MARK = "<!-- dcsgen diff -->"
"""The first line, by which a script finds the comment that it wrote for an earlier commit."""

_HEAD = "| no. | verdict | area | what | place |\n| --- | --- | --- | --- | --- |\n"
_FOLDED = (Verdict.COMPATIBLE, Verdict.EDITORIAL)


def write(difference: Difference, colour: bool) -> str:
    """A heading that counts, a table of what breaks or is risky, and the rest to unfold; colours have no place here.

    What would make a comment too long for GitHub is left out, and how much that is stands at the end.
    """
    products = f"{literal(difference.old_product)} → {literal(difference.new_product)}"
    text = f"{MARK}\n### dcsgen: {products}: {counted(difference.changes)}\n"
    lines = in_lines(difference.changes)
    rows, left_out = that_fit([_row(one) for one in lines if one.verdict not in _FOLDED], LONGEST - len(text))
    text += f"\n{_HEAD}{''.join(rows)}" if rows else ""
    text += _advice([one for one in lines if one.verdict not in _FOLDED][: len(rows)], LONGEST - len(text))
    for verdict in _FOLDED:
        rows, more = that_fit([_row(one) for one in lines if one.verdict is verdict], LONGEST - len(text))
        left_out += more
        if rows:
            text += f"\n<details><summary>{verdict}</summary>\n\n{_HEAD}{''.join(rows)}\n</details>\n"
    text += "".join(f"\n{literal(sentence)}\n" for sentence in difference.trouble)
    if left_out:
        text += f"\n{left_out} more would not fit into a comment.\n"
    return text


def _row(line: Line) -> str:
    change = line.judged.change
    place = change.new_place or change.old_place
    codes = ", ".join(literal(one.code) for one in line.judged.judgements)
    cells = (
        line.number,
        f"**{line.verdict}** {codes}",
        line.area.value,
        "<br>".join(literal(one.message) for one in line.judged.judgements),
        f"<code>{literal(str(place))}</code>" if place else "",
    )
    return f"| {' | '.join(cells)} |\n"


def _advice(lines: list[Line], room: int) -> str:
    """Whom the changes hurt and what to do instead, once for each rule, to unfold."""
    said = {
        one.code: f"- **{literal(one.code)}** hurts: {literal(one.hurts)} Instead: {literal(one.instead)}\n"
        for line in lines
        for one in line.judged.judgements
    }
    shown, _ = that_fit(said.values(), room)
    body = "".join(shown)
    return (
        f"\n<details><summary>whom it hurts, and what to do instead</summary>\n\n{body}\n</details>\n" if body else ""
    )


REPORTER = ChangeReporter(name="markdown", write=write)
