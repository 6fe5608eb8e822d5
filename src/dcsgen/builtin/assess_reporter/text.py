"""The report for people at a terminal: answers, the table side by side, reasons with places, the protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dcsgen.base.requirement import Fulfilment, Ground
from dcsgen.base.terminal import columns_of, painter
from dcsgen.base.tree import harmless
from dcsgen.builtin.assess_reporter import _saying
from dcsgen.plugin import Answered, Assessment, AssessReporter, Line

PLACES = 3
"""Places of one reason that are shown."""

WIDEST = 52
"""Columns that the title of a requirement has in the table."""

_COLOURS = {
    Fulfilment.MET: "bold green",
    Fulfilment.CONDITIONS: "bold cyan",
    Fulfilment.NOT_STATED: "bold yellow",
    Fulfilment.NOT_MET: "bold red",
}

WORDED = 6
"""Products up to which cells have words; of more, they have signs, which are explained below the table."""

_SHORT = {Fulfilment.CONDITIONS: "conditions"}
"""What is said in cells, where it is shorter."""

_Paint = Callable[[str, str], str]


def write(assessment: Assessment, colour: bool) -> str:
    """The whole report. With `colour`, for terminals."""
    paint = painter(colour)
    profile = assessment.profile
    lines = [f"{paint(harmless(profile.name), 'bold')}: {_saying.headline(assessment)}", ""]
    lines += [harmless(_saying.answer(assessment, index)) for index in range(len(assessment.products))]
    lines += [harmless(sentence) for sentence in _saying.doubts(assessment)]
    lines += ["", *_table(assessment, paint), ""]
    lines += _remarks(assessment, paint)
    lines += [paint("Reasons", "bold")]
    for line in assessment.shown:
        lines += _reasons(line, assessment, paint)
    lines += ["", paint("Protocol", "bold")]
    lines += [f"  {label}: {harmless(text)}" for label, text in _saying.protocol(assessment)]
    lines += [f"  {sentence}" for sentence in _saying.BASIS]
    return "\n".join(lines) + "\n"


def _table(assessment: Assessment, paint: _Paint) -> Iterator[str]:
    """A line for each requirement, a column for each product."""
    letters = [_saying.letter(index) for index in range(len(assessment.products))]
    for name, standing in zip(letters, assessment.products, strict=True):
        yield f"{name}  {harmless(f'{standing.product} ({standing.word})')}"
    yield ""
    rows = [["Requirement", "What is needed", "Importance", *letters]]
    styles: list[list[str]] = [["bold"] * len(rows[0])]
    for line in assessment.shown:
        cells = [_cell(answer.fulfilment, worded=len(letters) <= WORDED) for answer in line.answers]
        mark = " [unverified]" if line.requirement.unverified else ""
        title = _cut(harmless(line.requirement.title), WIDEST - len(mark)) + mark
        rows.append([harmless(line.requirement.name), title, _saying.weight(line.requirement), *cells])
        styles.append(["", "", "", *(_COLOURS[answer.fulfilment] for answer in line.answers)])
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    for row, style in zip(rows, styles, strict=True):
        yield "  ".join(_filled(*each, paint) for each in zip(row, widths, style, strict=True)).rstrip()
    if len(letters) > WORDED:
        yield ", ".join(f"{sign} {fulfilment}" for fulfilment, sign in _saying.SIGNS.items())
    hidden = len(assessment.lines) - len(rows) + 1
    if hidden:
        yield f"{hidden} more in which the products do not differ"


def _cell(fulfilment: Fulfilment, *, worded: bool) -> str:
    sign = _saying.SIGNS[fulfilment]
    return f"{sign} {_SHORT.get(fulfilment, fulfilment.value)}" if worded else sign


def _cut(text: str, width: int) -> str:
    return text if columns_of(text) <= width else text[: width - 1] + "…"


def _filled(text: str, width: int, style: str, paint: _Paint) -> str:
    space = " " * (width - columns_of(text))
    return (paint(text, style) if style else text) + space


def _remarks(assessment: Assessment, paint: _Paint) -> Iterator[str]:
    profile = assessment.profile
    yield from (f"Remark: {harmless(text)}" for text in profile.remarks)
    if profile.remarks:
        yield ""


def _reasons(line: Line, assessment: Assessment, paint: _Paint) -> Iterator[str]:
    requirement = line.requirement
    source = _saying.source(requirement)
    yield ""
    mark = " [unverified]" if requirement.unverified else ""
    told = f" ({harmless(source)})" if source else ""
    head = paint(harmless(f"{requirement.name}: {requirement.title}"), "bold")
    yield f"{head}, {_saying.weight(requirement)}{mark}{told}"
    yield f"   {harmless(requirement.purpose)}"
    for index, answer in enumerate(line.answers):
        label = paint(_cell_of(answer), _COLOURS[answer.fulfilment])
        yield f"   {_saying.letter(index)}  {label}{_conditions(answer)}"
        yield from _of_answer(answer, "      ", paint)


def _cell_of(answer: Answered) -> str:
    return f"{_saying.SIGNS[answer.fulfilment]} {answer.fulfilment}"


def _conditions(answer: Answered) -> str:
    return f": {harmless(' '.join(answer.conditions))}" if answer.conditions else ""


def _of_answer(answer: Answered, indent: str, paint: _Paint) -> Iterator[str]:
    for member in answer.members:
        yield f"{indent}{_cell_of(member)}: {harmless(member.need.title)}"
        yield from _of_answer(member, f"{indent}  ", paint)
    for ground in answer.grounds:
        sign = _saying.SIGNS[ground.fulfilment]
        places = _places(ground.places, paint)
        yield f"{indent}{sign} {harmless(ground.sentence)}{_own_condition(ground, answer)}{places}"


def _own_condition(ground: Ground, answer: Answered) -> str:
    """The condition of one reason, where it is not that of the whole answer."""
    several = len(answer.grounds) > 1 and ground.condition and len(answer.conditions) != 1
    return f" Condition: {harmless(ground.condition)}" if several else ""


def _places(places: Sequence[object], paint: _Paint) -> str:
    if not places:
        return ""
    more = f" and {len(places) - PLACES} more" if len(places) > PLACES else ""
    return paint(f"  {', '.join(harmless(str(place)) for place in places[:PLACES])}{more}", "dim")


REPORTER = AssessReporter(name="text", write=write)
