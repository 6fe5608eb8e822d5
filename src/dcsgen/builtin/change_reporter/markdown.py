"""The differences in Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.change import Verdict
from dcsgen.base.finding import Finding
from dcsgen.base.site import Answer
from dcsgen.builtin.change_reporter import _outcome
from dcsgen.builtin.change_reporter._effects import said, spared
from dcsgen.builtin.change_reporter._gaps import lacking
from dcsgen.builtin.change_reporter._order import Line, counted, in_lines
from dcsgen.builtin.change_reporter._pairs import entities
from dcsgen.builtin.change_reporter._view import labels, lead
from dcsgen.builtin.reporter._comment import LONGEST, literal, that_fit
from dcsgen.plugin import ChangeReporter, Difference

MARK = "<!-- dcsgen diff -->"
"""The first line, by which a script finds the comment that it wrote for an earlier commit."""

_HEAD = "| no. | verdict | area | what | place |\n| --- | --- | --- | --- | --- |\n"
_FOLDED = (Verdict.COMPATIBLE, Verdict.EDITORIAL)
_SPARED = "affects no peer"


class _Row(NamedTuple):
    """A row of a table, how many differences it stands for, and under what it is folded, if it is."""

    text: str
    size: int
    fold: str


def write(difference: Difference, colour: bool) -> str:
    """A heading that counts, the outcome, a table of what breaks or is risky, and the rest to unfold.

    What would make a comment too long for GitHub is left out, and how much that is stands at the end. Colours have no
    place here.
    """
    products = f"{literal(difference.old_product)} → {literal(difference.new_product)}"
    text = f"{MARK}\n### dcsgen: {products}: {counted(difference.changes)}\n{_outcome_of(difference)}"
    lines = in_lines(difference.changes)
    rows = list(_rows(lines, difference))
    serious = [row for row in rows if not row.fold]
    shown, _ = that_fit([row.text for row in serious], LONGEST - len(text))
    left_out = sum(row.size for row in serious[len(shown) :])
    text += f"\n{_HEAD}{''.join(shown)}" if shown else ""
    if serious:
        text += _advice(lines, LONGEST - len(text))
        text += _proofs(lines, difference, LONGEST - len(text))
    for fold in (_SPARED, *_FOLDED):
        inside = [row for row in rows if row.fold == fold]
        shown, _ = that_fit([row.text for row in inside], LONGEST - len(text))
        left_out += sum(row.size for row in inside[len(shown) :])
        if shown:
            text += f"\n<details><summary>{fold}</summary>\n\n{_HEAD}{''.join(shown)}\n</details>\n"
    if left_out:
        text += f"\n{left_out} more would not fit into a comment.\n"
    return text


def _outcome_of(difference: Difference) -> str:
    """What comes first: what changed and whom it hurts, why it passes or fails, what the policy found, the peers."""
    text = f"\n{' '.join(literal(sentence) for sentence in lead(difference))}\n"
    text += f"\n**{literal(_outcome.result(difference))}**\n"
    text += "".join(_finding(one) for one in difference.findings)
    text += "".join(f"\n{literal(sentence)}\n" for sentence in difference.trouble)
    peers = _outcome.peers(difference)
    if peers:
        text += f"\n| peer | workflows | {' | '.join(Answer)} |\n| --- | --- |{' --- |' * len(Answer)}\n"
    for peer in peers:
        cells = [literal(peer.name), literal(", ".join(peer.workflows)), *map(str, peer.counts.values())]
        text += f"| {' | '.join(cells)} |\n"
    pairs = entities(difference)
    if pairs and not difference.same_product:
        old, new = map(literal, labels(difference))
        text += f"\n| AE of {old} | AE of {new} | because | likeness |\n| --- | --- | --- | --- |\n"
        for pair in pairs:
            text += f"| {literal(pair.old)} | {literal(pair.new)} | {pair.aligned.because} | {pair.likeness} |\n"
    return text


def _finding(finding: Finding) -> str:
    where = f" <code>{literal(str(finding.place))}</code>" if finding.place else ""
    return f"\n**{finding.severity} {literal(finding.code)}** {literal(finding.message)}{where}\n"


def _rows(lines: Sequence[Line], difference: Difference) -> Iterator[_Row]:
    """The rows; what is like another one is named in its row, with what follows from that."""
    likes: dict[str, list[Line]] = {}
    for line in lines:
        if line.like:
            likes.setdefault(line.like, []).append(line)
    inside = {line.number for line in lines if line.like}
    causes = {line.number: line for line in lines if line.judged.echoes}
    for line in lines:
        if line.number.partition(".")[0] not in inside:
            others = likes.get(line.number, [])
            size = 1 + sum(len(list(other.judged.every())) for other in others)
            fold = line.verdict if line.verdict in _FOLDED else _SPARED if spared(line.judged) else ""
            yield _Row(_row(line, others, causes.get(line.cause), difference), size, fold)


def _row(line: Line, others: Sequence[Line], cause: Line | None, difference: Difference) -> str:
    change = line.judged.change
    place = change.new_place or change.old_place
    codes = ", ".join(literal(one.code) for one in line.judged.judgements)
    told = [literal(one.message) for one in line.judged.judgements]
    told += [literal(text) for text in _remarks(line, cause, difference)]
    if others:
        told.append(f"and {len(others)} alike: {literal(', '.join(other.name for other in others))}")
    cells = (
        line.number,
        f"{'accepted ' if line.judged.accepted else ''}**{line.verdict}** {codes}",
        line.area.value,
        "<br>".join(told),
        f"<code>{literal(str(place))}</code>" if place else "",
    )
    return f"| {' | '.join(cells)} |\n"


def _remarks(line: Line, cause: Line | None, difference: Difference) -> Iterator[str]:
    """Whom it affects at the site unless its cause says so, what nobody can tell, and what the project says."""
    effects = said(line.judged)
    if cause is None or effects != said(cause.judged):
        yield from (one.text for one in effects)
    if product := lacking(line.judged, difference):
        yield f"cannot tell: {product} does not state it"
    for one in line.judged.judgements:
        if one.ruled is not None:
            yield f"{one.verdict} in this project, {one.ruled} by the rule"
        if one.accepted and one.accepted != one.announced:
            yield f"accepted: {one.let_through}"
        if one.announced:
            yield one.announced


def _proofs(lines: Sequence[Line], difference: Difference, room: int) -> str:
    """What worked before and fails now, of each change that breaks and counts and is not like another one."""
    items = []
    for line in lines:
        witness = line.judged.witness
        if witness is not None and not line.like and not line.cause and line.judged.counting:
            script = difference.script(line.judged)
            told = [literal(text.strip()) for text in witness.lines]
            told += [f"script: <code>{literal(script)}</code>"] if script else []
            items.append(f"- **{line.number}** {'<br>'.join(told)}\n")
    shown, _ = that_fit(items, room)
    body = "".join(shown)
    return f"\n<details><summary>what worked before and fails now</summary>\n\n{body}\n</details>\n" if body else ""


def _advice(lines: Sequence[Line], room: int) -> str:
    """Whom the changes hurt and what to do instead, once for each rule, to unfold."""
    advice = {
        one.code: f"- **{literal(one.code)}** hurts: {literal(one.hurts)} Instead: {literal(one.instead)}\n"
        for line in lines
        for one in line.judged.judgements
        if one.verdict not in _FOLDED and not one.accepted
    }
    shown, _ = that_fit(advice.values(), room)
    body = "".join(shown)
    return (
        f"\n<details><summary>whom it hurts, and what to do instead</summary>\n\n{body}\n</details>\n" if body else ""
    )


REPORTER = ChangeReporter(name="markdown", write=write)
