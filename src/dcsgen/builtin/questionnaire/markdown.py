"""Questions as Markdown: answers go below a line of each question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.place import Place
from dcsgen.base.question import Answer, Question, Questionnaire
from dcsgen.base.tree import harmless
from dcsgen.builtin.questionnaire._words import HOW, labelled

_HEAD = re.compile(r"### Question ([0-9]+) \(([A-Za-z]-[0-9a-f]+)\)\s*")
_KEY = re.compile(r"- Key: `(.*)`\s*")
_ANSWER = re.compile(r"\*\*Answer:\*\*[ \t]*(.*)")
_REMARK = re.compile(r"\*\*Remark:\*\*[ \t]*(.*)")
_SPECIAL = re.compile(r"([\\`*_<>\[\]#|])")


def write(questionnaire: Questionnaire) -> bytes:
    """A heading for each question, with a line below which the answer goes."""
    return "\n".join(map(harmless, _lines(questionnaire))).encode() + b"\n"


def _lines(questionnaire: Questionnaire) -> Iterator[str]:
    yield f"# {_escaped(questionnaire.title)}"
    yield ""
    yield HOW.format(place="below **Answer:**")
    about = None
    for one in questionnaire.questions:
        if (one.side, one.about) != about:
            about = (one.side, one.about)
            yield ""
            yield f"## {_escaped(one.product)}: {_escaped(one.about)}"
        yield ""
        yield from _question(one)


def _question(one: Question) -> Iterator[str]:
    yield f"### Question {one.number} ({one.id})"
    yield ""
    yield _escaped(one.text)
    yield ""
    for label, text in labelled(one):
        yield f"- {label}: {f'`{text}`' if label in ('Key', 'For example') else _escaped(text)}"
    yield ""
    yield "**Answer:**"
    yield ""
    yield "**Remark:**"


def read(data: bytes, name: str) -> tuple[Answer, ...]:
    """What stands below the questions of a sheet; raises `UnreadableInputError` if there are no questions in it."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UnreadableInputError(f"{name} is no text in UTF-8.") from None
    heads = [number for number, line in enumerate(lines) if _HEAD.fullmatch(line)]
    if not heads:
        raise UnreadableInputError(f"{name} has no questions that dcsgen wrote: no heading such as “Question 1 (A-…)”.")
    ends = [*heads[1:], len(lines)]
    return tuple(_answer(lines, head, end, name) for head, end in zip(heads, ends, strict=True))


def _answer(lines: list[str], head: int, end: int, name: str) -> Answer:
    found = _HEAD.fullmatch(lines[head])
    assert found is not None
    key, at = "", head
    texts: dict[str, list[str]] = {"answer": [], "remark": []}
    current = ""
    for number in range(head + 1, end):
        line = lines[number]
        if not current and (known := _KEY.fullmatch(line)):
            key = known[1]
        elif begun := _ANSWER.match(line):
            current, at = "answer", number
            texts[current].append(begun[1])
        elif begun := _REMARK.match(line):
            current = "remark"
            texts[current].append(begun[1])
        elif current and not line.startswith("## "):
            texts[current].append(line)
    return Answer(
        number=found[1],
        id=found[2],
        key=key,
        text=_plain(texts["answer"]),
        remark=_plain(texts["remark"]),
        where=f"line {at + 1}",
        place=Place(name, at + 1, 1),
    )


def _plain(lines: list[str]) -> str:
    """What was written, without the marks of quotations and of code around all of it."""
    text = "\n".join(re.sub("^> ?", "", line) for line in lines).strip()
    fenced = re.fullmatch(r"```[a-z]*\n(.*)\n```", text, re.DOTALL)
    text = fenced[1] if fenced else text
    return text.strip("`") if text.count("`") == 2 and text.startswith("`") and text.endswith("`") else text


def _escaped(text: str) -> str:
    # Text in backquotes is code in Markdown, too.
    return "".join(
        part if index % 2 else _SPECIAL.sub(r"\\\1", part) for index, part in enumerate(re.split("(`[^`]*`)", text))
    )
