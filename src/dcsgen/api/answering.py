"""Answers of a vendor as a draft: a description that extends the one that was asked about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from dcsgen.api.answer_kinds import ANSWER_AS_TEXT, ANSWER_UNFIT, ANSWERED_TWICE, QUESTION_UNKNOWN
from dcsgen.api.asking import capability_of_read
from dcsgen.api.comparing import Side as Read
from dcsgen.api.loading import Loaded, problems_of
from dcsgen.ask import UnfitError, read_answer
from dcsgen.ask.reading import is_open
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.base.finding import Finding, Problem, Severity, finding_of, in_reading_order, undotted
from dcsgen.base.fingerprint import with_fingerprints
from dcsgen.base.interaction import Side
from dcsgen.base.place import Path as NodePath
from dcsgen.base.question import Answer, question_id
from dcsgen.base.text import quoted
from dcsgen.base.tree import harmless
from dcsgen.base.yaml_text import comment_lines, yaml_text
from dcsgen.load.files import read_bytes_of
from dcsgen.load.limits import Limits
from dcsgen.load.yaml_reader import read_tree
from dcsgen.plugin.reporter import Report
from dcsgen.resolve.written import written
from dcsgen.version import __version__

SHEET = Limits(size=64 * 1024 * 1024)


class Overlay(Struct, frozen=True):
    """A draft out of answers. `text` is YAML; `answered` and `kept` count answers in it as data and as comments."""

    text: str
    side: Side
    answered: int
    kept: int
    open: int
    report: Report


class _Row(Struct, frozen=True):
    answer: Answer
    path: NodePath


def overlay(answers: Sequence[Answer], read: Read, *, out: Path, side: Side | None = None) -> Overlay:
    """The answers about one product, as YAML that extends its description; open questions stay not stated.

    What does not fit is a finding that names the question and its place in the sheet, and a comment in the draft. Of a
    description that is no file of YAML, the whole is written down with the answers in it. `out` is where the draft is
    going to be. Raises `UsageError` if answers about both products are there and no `side` is given, or if `out` cannot
    extend the description.
    """
    wanted = side or side_of(answers)
    findings: list[Finding] = []
    rows: dict[NodePath, _Row] = {}
    left_open = 0
    answers = [_printable(answer) for answer in answers if answer.side in (wanted, None)]
    for answer in answers:
        if is_open(answer.text):
            left_open += 1
            continue
        path = undotted(answer.key)
        if not path or answer.side is None or question_id(wanted, path) != answer.id:
            message = f"{_named(answer)}: the id {quoted(answer.id)} is not that of the key {quoted(answer.key)}"
            findings.append(_finding(QUESTION_UNKNOWN.at((), message), answer))
        elif path not in rows:
            rows[path] = _Row(answer, path)
        elif rows[path].answer.text.strip() != answer.text.strip():
            message = f"{_named(answer)}: it has another answer at {rows[path].answer.where}"
            findings.append(_finding(ANSWERED_TWICE.at(path, message), answer))
    base = written(capability_of_read(read))
    values, kept = _values(rows.values(), findings)
    values = _checked(base, values, rows, kept, findings)
    text = _text(base, values, rows, kept, [one for one in answers if one.side is wanted], read, out)
    sheets = dict.fromkeys(answer.place.file for answer in answers if answer.place is not None)
    report = Report(
        tool="dcsgen",
        version=__version__,
        files=tuple(sheets),
        findings=with_fingerprints(in_reading_order(findings)),
    )
    return Overlay(text, wanted, len(values), len(kept), left_open, report)


def bytes_of_sheet(file: Path) -> bytes:
    """What is in a filled sheet; raises `UnreadableInputError` if it cannot be read."""
    return read_bytes_of(file, str(file), SHEET)


def side_of(answers: Sequence[Answer]) -> Side:
    """The product that the answers are about; raises `UsageError` if they are about both."""
    sides = {answer.side for answer in answers if answer.side is not None and not is_open(answer.text)}
    if len(sides) > 1:
        raise UsageError("The sheet has answers about both products; say with --for a or --for b which are meant.")
    return sides.pop() if sides else Side.A


def _values(rows: Iterable[_Row], findings: list[Finding]) -> tuple[dict[NodePath, Any], dict[NodePath, str]]:
    """What the answers hold by path, and why others are kept as text."""
    values: dict[NodePath, Any] = {}
    kept: dict[NodePath, str] = {}
    for row in rows:
        try:
            if any(isinstance(step, int) for step in row.path):
                raise UnfitError("a single item of a list cannot be changed from outside", prose=True)
            values[row.path] = read_answer(row.answer.text, row.path, _yaml)
        except UnfitError as trouble:
            kind = ANSWER_AS_TEXT if trouble.prose else ANSWER_UNFIT
            kept[row.path] = str(trouble)
            findings.append(_finding(kind.at(row.path, f"{_named(row.answer)}: {trouble}"), row.answer))
    return values, kept


def _checked(
    base: Mapping[str, Any],
    values: dict[NodePath, Any],
    rows: Mapping[NodePath, _Row],
    kept: dict[NodePath, str],
    findings: list[Finding],
) -> dict[NodePath, Any]:
    """The values that a description can hold; others become findings."""
    good = dict(values)
    while good:
        wrong: dict[NodePath, Problem] = {}
        for problem in problems_of(_merged(base, good)):
            found = [
                path for path in good if problem.path[: len(path)] == path or path[: len(problem.path)] == problem.path
            ]
            if found and problem.kind.severity is Severity.ERROR:
                wrong.setdefault(max(found, key=len), problem)
        if not wrong:
            break
        for path, problem in wrong.items():
            del good[path]
            answer = rows[path].answer
            kept[path] = problem.message
            made = structs.replace(ANSWER_UNFIT.at(path, f"{_named(answer)}: {problem.message}"), hint=problem.hint)
            findings.append(_finding(made, answer))
    return good


def _merged(base: Mapping[str, Any], values: Mapping[NodePath, Any]) -> dict[str, Any]:
    """Plain data with values at their paths."""
    made: dict[str, Any] = _copied(base)
    for path, value in values.items():
        node = made
        for step in path[:-1]:
            inner = node.get(str(step))
            node[str(step)] = node = inner if isinstance(inner, dict) else {}
        node[str(path[-1])] = _over(node.get(str(path[-1])), value)
    return made


def _over(base: Any, value: Any) -> Any:
    """A value over another one, as `extends` has it: mappings are merged, anything else is replaced."""
    if not (isinstance(base, Mapping) and isinstance(value, Mapping)):
        return value
    return {**base, **{key: _over(base.get(key), one) for key, one in value.items()}}


def _copied(node: Any) -> Any:
    return {key: _copied(value) for key, value in node.items()} if isinstance(node, Mapping) else node


def _text(
    base: Mapping[str, Any],
    values: Mapping[NodePath, Any],
    rows: Mapping[NodePath, _Row],
    kept: Mapping[NodePath, str],
    answers: Sequence[Answer],
    read: Read,
    out: Path,
) -> str:
    comments: dict[NodePath, list[str]] = {path: [f"Question {rows[path].answer.number}"] for path in values}
    product = base["product"]
    head = [f"Draft: answers about {product['name']} {product['version']}, to be looked through by a person."]
    for path, why in kept.items():
        answer = rows[path].answer
        head += ["", *comment_lines(f"Question {answer.number}, {answer.key}, is not in here: {why}. The answer:")]
        head += [f"  {line}" for line in answer.text.strip().splitlines()]
    for answer in answers:
        if answer.remark.strip():
            head += ["", f"Question {answer.number}, {answer.key}: a remark:"]
            head += [f"  {line}" for line in answer.remark.strip().splitlines()]
    extended = _extended(read, out)
    if not extended:
        return yaml_text(_merged(base, values), {(): head, **comments})
    made: dict[str, Any] = {"dcsgen": 1, "extends": extended}
    for path in values:
        # What a plug-in gives by name is given only where nothing has that name.
        if isinstance(read, Loaded) and path[:2] in read.providers:
            collection, name = map(str, path[:2])
            made.setdefault(collection, {})[name] = base[collection][name]
    return yaml_text(_merged(made, values), {(): head, **comments})


def _extended(read: Read, out: Path) -> str:
    """The description as the draft names it; empty for what no file of YAML holds."""
    name = read.tree.sources[0].name if isinstance(read, Loaded) and read.tree.sources else ""
    file = Path(name)
    if file.suffix.casefold() not in (".yaml", ".yml") or not file.is_file():
        return ""
    below = Path(os.path.relpath(file.resolve(), out.resolve().parent))
    if below.parts[:1] == ("..",):
        raise UsageError(
            f"{out} cannot extend {file}, which is not in its folder or below: write it to {file.parent / out.name}."
        )
    return below.as_posix()


def _yaml(text: str) -> Any:
    try:
        tree, problems = read_tree(f"answer: {_indented(text)}\n".encode(), "answer")
    except UnreadableInputError as trouble:
        raise ValueError(str(trouble)) from None
    errors = [problem.message for problem in problems if problem.kind.severity is Severity.ERROR]
    if errors:
        raise ValueError(errors[0])
    return tree.root["answer"]


def _indented(text: str) -> str:
    if text.lstrip()[:1] in "{[":
        return " ".join(text.split("\n"))
    return "".join(f"\n  {line}" for line in text.strip("\n").splitlines())


def _printable(answer: Answer) -> Answer:
    """An answer without characters that nobody sees, which a description must not hold."""
    texts = (
        "\n".join(harmless(line.replace("\t", " ")) for line in text.splitlines())
        for text in (answer.text, answer.remark)
    )
    return structs.replace(answer, **dict(zip(("text", "remark"), texts, strict=True)))


def _named(answer: Answer) -> str:
    return f"question {answer.number}" + (f" ({answer.where})" if answer.where else "")


def _finding(problem: Problem, answer: Answer) -> Finding:
    return finding_of(structs.replace(problem, subject=answer.id), place=answer.place)
