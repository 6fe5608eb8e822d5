"""What a catalogue says, for people and for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dcsgen.api import CatalogAnswer, CatalogDocument, Provision

COLUMNS = (
    "answer",
    "vendor",
    "product",
    "version",
    "document",
    "application_entity",
    "sop_class",
    "sop_class_uid",
    "role",
    "transfer_syntaxes",
    "confidence",
    "where",
    "why",
)
"""The columns of an answer as CSV."""

ABSENT = 6
"""Documents without what is asked for that are named before they are only counted."""


def text_of(answer: CatalogAnswer, everything: bool, colour: str) -> str:
    """An answer as a table with a sentence above; documents that do not name what is asked for only if wanted."""
    from dcsgen.base.terminal import table

    shown = [one for one in answer.provisions if everything or one.application_entity or one.sources]
    one_class = answer.question.sop_class is not None
    heads = ["ANSWER", "PRODUCT", "APPLICATION ENTITY", *([] if one_class else ["SOP CLASS"]), "ROLE", "SURE", "WHERE"]
    rows = [
        [
            one.answer.value,
            product_of(one),
            one.application_entity or "-",
            *([] if one_class else [one.sop_class.name if one.sop_class else "-"]),
            one.role or "-",
            f"{one.confidence:.2f}" if one.confidence is not None else "-",
            _where(one),
        ]
        for one in shown
    ]
    laid_out = f"\n{table(heads, rows, colour)}" if rows else ""
    whys = "".join(f"{line}\n" for line in _whys(shown))
    return f"{answer.words}: {summary(answer)}\n{laid_out}{whys and chr(10)}{whys}"


def summary(answer: CatalogAnswer) -> str:
    """How many documents say what, by the best that each says."""
    from dcsgen.base.tree import harmless

    best: dict[str, Provision] = {}
    for one in answer.provisions:
        best.setdefault(one.sha256, one)
    counts = dict.fromkeys(("yes", "doubtful", "not stated", "no"), 0)
    for one in best.values():
        counts[one.answer.value] += 1
    parts = [f"{number} {word}" for word, number in counts.items() if number or word == "yes"]
    if answer.unread:
        parts.append(f"{answer.unread} could not be read")
    return harmless(", ".join(parts))


def product_of(one: Provision | CatalogDocument) -> str:
    """A product with its vendor and version, as far as they are stated."""
    parts = (one.vendor, one.product, one.version)
    return " ".join(part for part in parts if part and part != "not stated") or "-"


def _where(one: Provision) -> str:
    places = [source.where for source in one.sources if source.where]
    return f"{one.document}, {places[0]}" if places else one.document


def _whys(shown: Iterable[Provision]) -> Iterator[str]:
    """Each reason once, with those whom it is about."""
    from dcsgen.base.text import listed
    from dcsgen.base.tree import harmless

    reasons: dict[tuple[str, str], list[str]] = {}
    for one in shown:
        if one.why:
            reasons.setdefault((one.answer.value, one.why), []).append(product_of(one))
    for (answer, why), about in reasons.items():
        names = list(dict.fromkeys(about))
        more = [f"{len(names) - ABSENT} more"] if len(names) > ABSENT else []
        yield harmless(f"{answer}: {why} ({listed([*names[:ABSENT], *more], 'and')})")


def csv_of(provisions: Iterable[Provision]) -> str:
    """All provisions as CSV with a line of heads; several Transfer Syntaxes or places stand in one cell."""
    return _csv(
        COLUMNS,
        (
            (
                one.answer.value,
                one.vendor,
                one.product,
                one.version,
                one.document,
                one.application_entity,
                one.sop_class.name if one.sop_class else "",
                one.sop_class.uid if one.sop_class else "",
                one.role,
                "; ".join(named.name for named in one.transfer_syntaxes),
                "" if one.confidence is None else f"{one.confidence:g}",
                "; ".join(source.where for source in one.sources if source.where),
                one.why,
            )
            for one in provisions
        ),
    )


def documents_text(documents: Sequence[CatalogDocument], colour: str) -> str:
    """The documents of a catalogue as a table, and below it why some could not be read."""
    from dcsgen.base.terminal import table
    from dcsgen.base.tree import harmless

    heads = ("DOCUMENT", "STATUS", "PRODUCT", "DATE", "PAGES", "SERVICES", "FILES")
    rows = [
        (
            one.name,
            one.status,
            product_of(one),
            one.date if one.date not in ("", "not stated") else "-",
            str(one.pages or "-"),
            str(one.services) if one.draft else "-",
            str(len(one.files)) if one.files else "gone",
        )
        for one in documents
    ]
    said = [harmless(f"{one.name}: {one.sentence}") for one in documents if one.sentence]
    return table(heads, rows, colour) + "".join(f"{line}\n" for line in ("", *said) if said)


def documents_csv(documents: Iterable[CatalogDocument]) -> str:
    """The documents of a catalogue as CSV."""
    fields = ("status", "vendor", "product", "version", "date", "format", "pages", "services", "draft")
    return _csv(
        ("document", *fields, "files", "sentence", "sha256"),
        (
            [
                one.name,
                *(str(getattr(one, field)) for field in fields),
                "; ".join(one.files),
                one.sentence,
                one.sha256,
            ]
            for one in documents
        ),
    )


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    import csv
    from io import StringIO

    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_no_formula(cell) for cell in row] for row in rows)
    return written.getvalue()


def _no_formula(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what stands in documents of others is not to be run."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
