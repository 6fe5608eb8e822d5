"""What reports about assessments say in words: the answer about each product, signs, weights, and the protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dcsgen.base.requirement import Fulfilment, Importance, Requirement
from dcsgen.base.text import listed
from dcsgen.plugin import Assessment, Score, Standing, Tally

SIGNS = {
    Fulfilment.MET: "●",
    Fulfilment.CONDITIONS: "▲",
    Fulfilment.NOT_STATED: "○",
    Fulfilment.NOT_MET: "■",
}
"""A shape for each answer, which stands beside its words."""

MEANINGS = {
    Fulfilment.MET: "the product states what is needed",
    Fulfilment.CONDITIONS: "it states what is needed, and something has to be bought, set or observed for it",
    Fulfilment.NOT_STATED: "it does not state enough to tell; this is no answer against it",
    Fulfilment.NOT_MET: "it states something else, or has a list in which what is needed does not stand",
}

FEW = 6
"""Names of requirements that are told in a sentence."""

BASIS = (
    "The answers rest on what the descriptions state, not on tests of the products.",
    "A list that is stated is taken as complete: what does not stand in it is not met. Where there is no list, it is "
    "not stated. An Attribute of an object that is not described may still be written or taken, and is not stated. Of "
    "a draft, nothing that is missing is not met.",
    "Of a group, the answer is that of its least sure member if all are needed, and of its surest if one is enough.",
    "A desired requirement counts one point, a weighted one its weight; mandatory ones count none. A product has the "
    "points of what it meets, with or without conditions. The higher number is what it would have if all that is not "
    "stated were met.",
)
"""How answers and scores are made, for the protocol."""


def letter(index: int) -> str:
    """What a product is called for short: A to Z, then AA and so on."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def number(value: float) -> str:
    """Points without needless decimals."""
    return f"{value:g}"


def headline(assessment: Assessment) -> str:
    """What is held against what."""
    products, lines = len(assessment.products), len(assessment.lines)
    counted = [
        f"{count} {importance}"
        for importance in Importance
        if (count := sum(line.requirement.importance is importance for line in assessment.lines))
    ]
    return (
        f"{products} product{'s' if products != 1 else ''}, {lines} requirement{'s' if lines != 1 else ''}: "
        f"{', '.join(counted)}"
    )


def answer(assessment: Assessment, index: int) -> str:
    """One sentence about a product: how it stands with the mandatory requirements, and its points."""
    standing = assessment.products[index]
    gained = f"; it has {points(standing.score)}" if standing.score.possible else ""
    return f"{_mandatory(assessment, index)}{gained}."


def _called(assessment: Assessment, index: int) -> str:
    """The name of a product; of several with one name, its letter besides."""
    names = [standing.product for standing in assessment.products]
    return names[index] if names.count(names[index]) == 1 else f"{names[index]} ({letter(index)})"


def _mandatory(assessment: Assessment, index: int) -> str:
    standing = assessment.products[index]
    name = _called(assessment, index)
    tally = tally_of(standing, Importance.MANDATORY)
    if tally is None:
        held, total = _met(standing.tallies), sum(each.total for each in standing.tallies)
        if total == 1:
            return f"{name} meets {held} of 1 requirement, which is not mandatory"
        return f"{name} meets {held} of {total} requirements, none of which is mandatory"
    ones = f"mandatory requirement{'s' if tally.total != 1 else ''}"
    if tally.met + tally.conditions == tally.total:
        all_of = f"all {tally.total}" if tally.total > 1 else "the"
        conditions = f", {tally.conditions} of them with conditions" if tally.conditions and tally.total > 1 else ""
        conditions = ", with conditions" if tally.conditions and tally.total == 1 else conditions
        return f"{name} meets {all_of} {ones}{conditions}"
    open_ = _named(assessment, index, Fulfilment.NOT_STATED)
    if tally.not_met:
        against = f"{name} does not meet {tally.not_met} of {tally.total} {ones} ({_named(assessment, index)})"
        return f"{against}, and does not state whether it meets {tally.not_stated} ({open_})" if open_ else against
    met = f"{name} meets {tally.met + tally.conditions} of {tally.total} {ones}"
    return f"{met}, and does not state whether it meets {tally.not_stated} ({open_})"


def _named(assessment: Assessment, index: int, fulfilment: Fulfilment = Fulfilment.NOT_MET) -> str:
    found = [
        line.requirement.name
        for line in assessment.lines
        if line.requirement.importance is Importance.MANDATORY and line.answers[index].fulfilment is fulfilment
    ]
    more = f", and {len(found) - FEW + 1} more" if len(found) > FEW else ""
    return f"{', '.join(found[: FEW - 1])}{more}" if more else listed(found, "and")


def doubts(assessment: Assessment) -> list[str]:
    """What the answers lack besides: requirements that are not verified, and kinds that failed."""
    count = sum(line.requirement.unverified for line in assessment.lines)
    rest, they = ("rest", "they are") if count > 1 else ("rests", "it is")
    unseen = (
        f"{count} of the {len(assessment.lines)} requirements {rest} on facts that were not seen in the document that "
        f"they are from; {they} marked as unverified."
    )
    return [*([unseen] if count else []), *(f"{sentence}." for sentence in assessment.trouble)]


def tally_of(standing: Standing, importance: Importance) -> Tally | None:
    """The tally of an importance; None if there are no such requirements."""
    return next((each for each in standing.tallies if each.importance is importance), None)


def _met(tallies: Sequence[Tally]) -> int:
    return sum(each.met + each.conditions for each in tallies)


def points(score: Score) -> str:
    """A score as an interval: `12 to 13 of 13 points (92 to 100 %)`; one number if nothing is open."""
    if not score.possible:
        return "none"
    least, most = (round(100 * value / score.possible) for value in (score.least, score.most))
    if score.least == score.most:
        return f"{number(score.least)} of {number(score.possible)} points ({least} %)"
    interval = f"{number(score.least)} to {number(score.most)} of {number(score.possible)} points"
    return f"{interval} ({least} to {most} %)"


def coverage(tally: Tally) -> str:
    """How many of the requirements are met, at best if all that is not stated were: `6 to 7 of 9`."""
    least = tally.met + tally.conditions
    most = least + tally.not_stated
    return f"{least} of {tally.total}" if least == most else f"{least} to {most} of {tally.total}"


def weight(requirement: Requirement) -> str:
    """The importance, with the points of a weighted requirement."""
    if requirement.importance is Importance.WEIGHTED:
        return f"weighted, {number(requirement.weight)}"
    return requirement.importance.value


def source(requirement: Requirement) -> str:
    """Where a requirement comes from: clause, then another document."""
    return "; ".join(filter(None, [requirement.clause, requirement.reference]))


def protocol(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Labels and texts of the protocol: what was read, by what, of which editions, on which day."""
    yield "Date", assessment.date or "not given"
    profile = assessment.profile
    version = f", version {profile.version}" if profile.version else ""
    yield "Requirement profile", f"{profile.name}{version}: {profile.file}"
    yield "SHA-256 of the profile", profile.sha256
    for index, standing in enumerate(assessment.products):
        yield f"Product {letter(index)}", f"{standing.product}, {standing.vendor}: {standing.word}"
        yield "Statement", standing.document
        yield "SHA-256 of the resolved description", standing.sha256
        for read in standing.inputs:
            yield f"SHA-256 of {read.file}", read.sha256
        if standing.draft:
            yield "Draft", "The description says only a part of what there is; what is missing counts as not stated."
    yield "Made by", f"{assessment.tool} {assessment.version}"
    if assessment.plugins:
        yield "Plug-ins", ", ".join(assessment.plugins)
    editions: dict[str, list[str]] = {}
    for area, edition in assessment.editions.items():
        editions.setdefault(edition, []).append(area)
    for edition, areas in editions.items():
        yield f"Data of the DICOM Standard, edition {edition}", ", ".join(areas)
    for text in profile.sources:
        yield "Source of the profile", text
