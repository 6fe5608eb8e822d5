"""The report about a match as a workbook: answers, every interaction, reasons, what to set up, what to ask."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from dcsgen.base.finding import dotted
from dcsgen.base.interaction import Interaction, Outcome, Reason, Side
from dcsgen.base.tree import harmless
from dcsgen.builtin.match_reporter._lines import conditions, lines, lone, places, questions
from dcsgen.builtin.match_reporter._outcomes import MEANINGS, SIGNS
from dcsgen.builtin.match_reporter._sentences import gathered, lead, short
from dcsgen.builtin.reporter import _sheets
from dcsgen.plugin import Match, MatchReporter

MOST = 12
"""Names and places in one cell; sheets with a row for each have them all."""

WIDEST = 250
"""Letters that can be read on a page of A4."""

_COLOURS = {
    Outcome.FAILS: "9C1B2D",
    Outcome.CANNOT_TELL: "3D5568",
    Outcome.LOSS: "7A4B00",
    Outcome.WORKS: "0B5D2A",
}

Rows = list[list[_sheets.Value]]


def write(match: Match, colour: bool) -> bytes:
    """The workbook; the sheets that would be empty are left out."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    workbook = Workbook()
    workbook.properties.creator = f"{match.tool} {match.version}"
    workbook.properties.title = harmless(f"{match.a.name} and {match.b.name}")
    workbook.properties.created = _sheets.DATE
    _answers(workbook.active, match)
    _workflows(workbook, match)
    _conditions(workbook, match)
    _questions(workbook, match)
    _lone(workbook, match)
    _interactions(workbook, match)
    _reasons(workbook, match)
    _summary(workbook.create_sheet("About"), match)
    data = BytesIO()
    workbook.save(data)
    return _sheets.without_clock(data.getvalue())


def _answers(sheet: Any, match: Match) -> None:
    sheet.title = "Answers"
    widths = {"No.": 6, "Verdict": 17, "Answer": 80, "What": 44, "Who": 34, "Rules": 14, "Comment": 34}
    rows: Rows = [
        [
            line.number,
            _told(line.outcome),
            f"{line.sentence}.",
            _cell(list(map(short, line.names))),
            _cell(line.pairs),
            ", ".join(dict.fromkeys(sort.code for sort in line.sorts)),
            "",
        ]
        for line in lines(match)
    ]
    _sheet(sheet, widths, rows, [line.outcome for line in lines(match)], frozen="C2")


def _workflows(workbook: Any, match: Match) -> None:
    ordered = sorted(match.workflows, key=lambda one: -one.outcome.rank)
    rows: Rows = []
    outcomes: list[Outcome] = []
    for one in ordered:
        rows.append([one.title, _told(one.outcome), "", "", one.message, one.clause])
        outcomes.append(one.outcome)
        for step in one.steps:
            kind = "optional" if step.optional else f"by {step.way}" if step.way else "needed"
            rows.append(["", _told(step.outcome), step.title, kind, step.message, ""])
            outcomes.append(step.outcome)
    widths = {"Workflow": 44, "Verdict": 17, "Step": 44, "Kind": 14, "Why": 70, "Clause": 24}
    _some(workbook, "Workflows", widths, rows, outcomes)


def _conditions(workbook: Any, match: Match) -> None:
    rows: Rows = [
        [
            one.what,
            _cell(one.pairs),
            one.reason.message,
            one.reason.code,
            _cell([str(place) for place in one.places]),
            "",
        ]
        for one in conditions(match)
    ]
    widths = {"To set up first": 60, "Between": 30, "Because": 60, "Rule": 8, "Places": 40, "Done": 10}
    _some(workbook, "Set up", widths, rows)


def _questions(workbook: Any, match: Match) -> None:
    rows: Rows = [
        [
            one.product,
            one.what,
            _cell(list(map(short, one.names))),
            dotted(one.missing.path),
            str(one.missing.place or ""),
            one.vendor,
            "",
        ]
        for one in questions(match)
    ]
    widths = {
        "Not stated by": 28,
        "What": 50,
        "Needed for": 40,
        "Key": 40,
        "Place": 30,
        "Ask": 28,
        "Answer of the vendor": 40,
    }
    _some(workbook, "Not stated", widths, rows)


def _lone(workbook: Any, match: Match) -> None:
    rows: Rows = [
        [
            one.first.taker.product,
            "uses" if one.is_use else "offers",
            one.role,
            "\n".join(gathered(map(short, one.names))),
            ", ".join(one.entities),
            "not stated" if one.first.outcome is Outcome.CANNOT_TELL else one.near,
        ]
        for one in lone(match)
    ]
    widths = {"Product": 28, "It": 8, "As": 12, "What": 60, "Application Entity": 22, "The other one has": 44}
    _some(workbook, "No counterpart", widths, rows)


def _interactions(workbook: Any, match: Match) -> None:
    """A row for each interaction, with what is negotiated."""
    ordered = sorted(match.interactions, key=lambda one: -one.outcome.rank)
    widths = {
        "Verdict": 17,
        "Service": 24,
        "What": 40,
        "Key": 30,
        "User": 26,
        "User's AE": 16,
        "Provider": 26,
        "Provider's AE": 16,
        "Opens": 14,
        "Proposed": 34,
        "Accepted": 34,
        "Taken": 28,
        "Rules": 18,
    }
    _some(workbook, "Interactions", widths, [_interaction(one) for one in ordered], [one.outcome for one in ordered])


def _interaction(one: Interaction) -> list[_sheets.Value]:
    context = one.context
    negotiated = ["", "", "", ""]
    if context is not None:
        opens = {one.user.side: one.user.application_entity, one.provider.side: one.provider.application_entity}
        negotiated = [
            opens.get(context.initiator, "nobody") if context.initiator else "nobody",
            _cell(list(context.proposed.values())),
            _cell(list(context.accepted.values())),
            context.common.get(context.chosen, ""),
        ]
    codes = ", ".join(dict.fromkeys(reason.code for reason in one.reasons))
    user, provider = one.user, one.provider
    parties = [user.product, user.application_entity, provider.product, provider.application_entity]
    return [_told(one.outcome), one.service_class, one.name, one.key, *parties, *negotiated, codes]


def _reasons(workbook: Any, match: Match) -> None:
    """A row for each reason of each interaction."""
    told = [(one, reason) for one in match.interactions for reason in one.reasons]
    told.sort(key=lambda pair: -pair[1].outcome.rank)
    same = match.a.name == match.b.name
    said_by = [f"{product.name} ({product.side.upper()})" if same else product.name for product in (match.a, match.b)]
    widths = {
        "What": 36,
        "Who": 30,
        "Rule": 9,
        "Verdict": 17,
        "Reason": 60,
        "About": 36,
        "Lost": 12,
        "Way out": 50,
        **{f"Said by {name}": 34 for name in said_by},
        "Clause": 20,
    }
    rows: Rows = [_reason(one, reason, match) for one, reason in told]
    _some(workbook, "Reasons", widths, rows, [reason.outcome for _, reason in told], column=4)


def _reason(one: Interaction, reason: Reason, match: Match) -> list[_sheets.Value]:
    sides = [_cell(list(map(str, places(source for source in reason.sources if source.side is side)))) for side in Side]
    ways = [f"{match.product(remedy.side).name} would have to {remedy.change}" for remedy in reason.remedies]
    ways += [f"set up first: {reason.condition}"] if reason.condition else []
    lost = str(reason.loss) if reason.loss is not None else ""
    who = f"{one.user.application_entity} → {one.provider.application_entity}"
    told = [reason.code, _told(reason.outcome), reason.message, reason.subject, lost, "\n".join(ways)]
    return [one.name, who, *told, *sides, reason.clause]


def _summary(sheet: Any, match: Match) -> None:
    """What was matched, how much of what there is, and what the words mean."""
    width = 110
    sheet.column_dimensions["A"].width = width
    sides = [" · ".join(filter(None, [one.title, one.vendor, one.document, one.file])) for one in (match.a, match.b)]
    told = [
        f"{match.a.name} and {match.b.name}" + (f" at {match.site}" if match.site else ""),
        lead(match),
        *match.at_site,
        *sides,
        *(f"{_told(outcome)}: {meaning}" for outcome, meaning in MEANINGS.items()),
        *match.trouble,
        "It matches what the two descriptions say, not what the products do.",
    ]
    for row, text in enumerate(told, 1):
        _sheets.sentence(sheet, row, text, 1, width, bold=row == 1)
    _sheets.printed_wide(sheet)


def _some(
    workbook: Any, title: str, widths: dict[str, int], rows: Rows, outcomes: Sequence[Outcome] = (), column: int = 0
) -> None:
    """A sheet, if there is anything to be on it."""
    if rows:
        _sheet(workbook.create_sheet(title), widths, rows, outcomes, column=column)


def _sheet(
    sheet: Any, widths: dict[str, int], rows: Rows, outcomes: Sequence[Outcome], column: int = 0, frozen: str = "A2"
) -> None:
    _sheets.table(sheet, widths, rows, frozen=frozen)
    if sum(widths.values()) > WIDEST:
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    at = column or list(widths).index("Verdict") + 1 if outcomes else 0
    for row, outcome in enumerate(outcomes, 2):
        _sheets.coloured(sheet.cell(row, at), _COLOURS[outcome])


def _told(outcome: Outcome) -> str:
    return f"{SIGNS[outcome]} {outcome}"


def _cell(texts: Sequence[str]) -> str:
    more = [f"… {len(texts) - MOST} more"] if len(texts) > MOST else []
    return "\n".join([*texts[:MOST], *more])


REPORTER = MatchReporter(name="xlsx", write=write, binary=True)
