"""The report about a match in Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dcsgen.base.interaction import Outcome, Workflow
from dcsgen.base.place import Place
from dcsgen.builtin.match_reporter._lines import Line, conditions, lines, lone, questions, told_lone
from dcsgen.builtin.match_reporter._outcomes import SIGNS
from dcsgen.builtin.match_reporter._sentences import lead, named
from dcsgen.builtin.reporter._comment import LONGEST, literal, that_fit
from dcsgen.plugin import Match, MatchReporter

MARK = "<!-- dcsgen match -->"
"""The first line, by which a script finds the comment that it wrote for an earlier commit."""

MOST = 6
"""Reasons of one code, and places, that are shown; other forms have them all."""


def write(match: Match, colour: bool) -> str:
    """A heading, the answers, and the rest to unfold. Colours have no place here.

    What would make a comment too long for GitHub is left out, and how much that is stands at the end.
    """
    where = f" at {literal(match.site)}" if match.site else ""
    text = f"{MARK}\n### dcsgen: {literal(match.a.name)} and {literal(match.b.name)}{where}\n"
    text += f"\n{lead(match)}\n"
    text += "".join(f"\n{literal(sentence)}\n" for sentence in (*match.at_site, *match.trouble))
    answers = lines(match)
    text, left_out = _added(text, "", [_answer(line) for line in answers])
    workflows = sorted(match.workflows, key=lambda one: -one.outcome.rank)
    for title, items in (
        ("workflows", [_workflow(one) for one in workflows]),
        ("why, and the way out", [_reasons(line, match) for line in answers if line.sorts or line.remedies]),
        (
            "what has to be set up first",
            [f"- {literal(one.what)} ({literal(one.reason.code)})\n" for one in conditions(match)],
        ),
        ("what is not stated", list(_asked(match))),
        ("what has no counterpart", [f"- {literal(told_lone(one, match))}\n" for one in lone(match) if one.is_use]),
    ):
        text, more = _added(text, title, items)
        left_out += more
    if left_out:
        text += f"\n{left_out} more would not fit into a comment.\n"
    return text


def _added(text: str, title: str, items: Sequence[str]) -> tuple[str, int]:
    """A text with items that fit behind it, folded under a title if there is one, and how many do not fit."""
    shown, left_out = that_fit(items, LONGEST - len(text) - len(title) - 100)
    body = "".join(shown)
    if body and title:
        body = f"<details><summary>{title}</summary>\n\n{body}\n</details>\n"
    return f"{text}\n{body}" if body else text, left_out


def _verdict(outcome: Outcome) -> str:
    return f"{SIGNS[outcome]} **{outcome}**"


def _answer(line: Line) -> str:
    return f"- {_verdict(line.outcome)}: {literal(line.sentence)}. {_few(line.pairs)}\n"


def _workflow(one: Workflow) -> str:
    why = f": {literal(one.message)}" if one.message else ""
    text = f"- {_verdict(one.outcome)}: {literal(one.title)}{why} ({literal(one.clause)})\n"
    for step in one.steps:
        if step.outcome is not Outcome.WORKS and not one.message.endswith(step.message):
            kind = "optional: " if step.optional else f"by {literal(step.way)}: " if step.way else ""
            text += f"  - {_verdict(step.outcome)}: {kind}{literal(f'{step.title}: {step.message}')}\n"
    return text


def _reasons(line: Line, match: Match) -> str:
    text = f"- {literal(line.sentence)}\n"
    for sort in line.sorts:
        for told, where in [(sort.told, sort.places)] if sort.gathered else sort.each:
            text += f"  - {SIGNS[sort.outcome]} **{literal(sort.code)}** {literal(told)}{_places(where)}\n"
        if sort.gathered:
            text += f"    {_few(sort.subjects)}\n"
    for remedy in line.remedies:
        text += f"  - {literal(f'{match.product(remedy.side).name} would have to {remedy.change}')}\n"
    return text


def _set_up(match: Match) -> Iterator[str]:
    for one in conditions(match):
        yield f"- {literal(one.what)} ({literal(one.reason.code)})\n"


def _asked(match: Match) -> Iterator[str]:
    for one in questions(match):
        place = _places([one.missing.place] if one.missing.place else [])
        yield f"- {literal(f'{one.product} does not state {one.what}, for {named(one.names)}')}{place}\n"


def _places(places: Iterable[Place]) -> str:
    shown = [f"<code>{literal(str(place))}</code>" for place in places][:MOST]
    return f" {', '.join(shown)}" if shown else ""


def _few(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - MOST} more" if len(texts) > MOST else ""
    return f"({literal(', '.join(texts[:MOST]))}{more})"


REPORTER = MatchReporter(name="markdown", write=write)
