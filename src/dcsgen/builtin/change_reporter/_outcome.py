"""The outcome of a comparison in a few sentences: what changed, whom it hurts, and why it passes or fails."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dcsgen.base.change import Action, Area, Verdict
from dcsgen.base.finding import Severity
from dcsgen.base.site import Answer, Effect
from dcsgen.base.text import in_words, listed
from dcsgen.plugin import Difference, Judged, Judgement


class PeerLine(Struct, frozen=True, kw_only=True):
    """A peer of the site, its workflows, and how many differences affect it, may, or do not."""

    name: str
    workflows: tuple[str, ...]
    counts: dict[Answer, int]


class RuleLine(Struct, frozen=True, kw_only=True):
    """What a rule found: a title, the verdict, how many differences are of it, and whom that hurts.

    `first` is the fingerprint of the first of them.
    """

    title: str
    code: str
    verdict: Verdict
    count: int
    hurts: str
    first: str


def spared(judged: Judged) -> bool:
    """Whether a change, as far as it is not let through, affects no peer of the site."""
    return judged.counting is None and not judged.accepted


def counting(difference: Difference) -> list[Verdict]:
    """The verdicts of the changes that count."""
    return [verdict for judged in difference.changes if (verdict := judged.counting) is not None]


def lead(difference: Difference) -> str:
    """What changed, in one sentence: how much of it breaks, and in which areas."""
    total = len(difference.changes)
    if not total:
        return "Nothing differs."
    breaking = [one for one in difference.changes if one.verdict is Verdict.BREAKING]
    of_all = f"{len(breaking)} of the {_number(total, 'difference')}" if total > 1 else "The one difference"
    if breaking:
        verb = "break" if len(breaking) > 1 else "breaks"
        what = (
            "what worked before"
            if difference.same_product
            else f"what works with {difference.old_product} if {difference.new_product} takes its place"
        )
        return f"{of_all} {verb} {what}: {_areas(breaking)}."
    risky = difference.count(Verdict.RISKY)
    rest = f"of {risky} nobody can tell" if risky else "and nobody is hurt"
    return f"None of the {_number(total, 'difference')} breaks what worked before, {rest}."


def hurts(difference: Difference) -> str:
    """Whom the differences that break most often hurt, in a sentence; empty if nothing breaks."""
    breaking = [line for line in rules(difference) if line.verdict is Verdict.BREAKING]
    most = breaking[:3]
    told = [f"{_inside(line.title)} ({line.count}), which hurts {_inside(line.hurts)}" for line in most]
    part = sum(line.count for line in breaking) < difference.count(Verdict.BREAKING)
    some = len(breaking) > len(most)
    first = {(True, True): "What counts above all", (True, False): "What counts", (False, True): "Above all"}
    return f"{first.get((part, some), 'That is')}: {'; '.join(told)}." if told else ""


def unstated(difference: Difference) -> str:
    """How much cannot be told because a side does not state it; empty if nothing."""
    told = []
    for action, side in ((Action.STATED, difference.old_product), (Action.UNSTATED, difference.new_product)):
        number = sum(one.change.action is action and one.verdict is Verdict.RISKY for one in difference.changes)
        if number:
            told.append(f"in {_number(number, 'case')} because {side} does not state the fact")
    partial = ""
    if difference.partial:
        sides = listed([f"the {side} side" for side in difference.partial], "and")
        verb = "says" if len(difference.partial) == 1 else "say"
        partial = f" {sides[:1].upper()}{sides[1:]} {verb} only a part of what there is."
    return (f"Nobody can tell {listed(told, 'and')}." if told else "") + partial


def at_site(difference: Difference) -> str:
    """Whom it affects at the site, in a sentence; empty without a site."""
    if not difference.site:
        return ""
    affected = [one for one in peers(difference) if one.counts[Answer.AFFECTS]]
    unknown = [one for one in peers(difference) if not one.counts[Answer.AFFECTS] and one.counts[Answer.CANNOT_TELL]]
    told = []
    if affected:
        told.append(f"affects {listed([_peer(one) for one in affected], 'and')}")
    if unknown:
        told.append(f"may affect {listed([_peer(one) for one in unknown], 'and')}, which nobody can tell")
    return f"At {difference.site}, it {'; it '.join(told) or 'affects nobody'}."


def because(difference: Difference) -> str:
    """Why the comparison passes or fails, in words."""
    found = [verdict for verdict in counting(difference) if verdict.rank <= difference.fail_on.rank]
    errors = [one for one in difference.findings if one.severity is Severity.ERROR]
    orworse = str(difference.fail_on) if difference.fail_on is Verdict.BREAKING else f"{difference.fail_on} or worse"
    verb = "are" if len(found) > 1 else "is"
    count = "count" if len(found) > 1 else "counts"
    said = f"{_number(len(found), 'difference')} {verb} {orworse} and {count}"
    told = [said if found else f"nothing that counts is {orworse}"]
    told += [f"{one.code} {one.slug} is an error" for one in errors]
    if difference.accepted:
        told.append(f"{difference.accepted} {'are' if difference.accepted > 1 else 'is'} let through")
    left = sum(map(spared, difference.changes))
    if left:
        told.append(f"{left} {'affect' if left > 1 else 'affects'} no peer of {difference.site}")
    return f"{'; '.join(told)}."


def result(difference: Difference) -> str:
    """`Fails` or `Passes`, with the reason."""
    return f"{'Fails' if difference.fails else 'Passes'}: {because(difference)}"


def peers(difference: Difference) -> list[PeerLine]:
    """The peers of the site, the most affected first."""
    met = (Answer.AFFECTS, Answer.CANNOT_TELL)
    effects: dict[str, list[Effect]] = {}
    for judged in difference.changes:
        worst: dict[str, Effect] = {}
        for effect in (effect for one in judged.every() for effect in one.effects):
            if effect.peer not in worst or effect.answer.rank < worst[effect.peer].answer.rank:
                worst[effect.peer] = effect
        for name, effect in worst.items():
            effects.setdefault(name, []).append(effect)
    lines = [
        PeerLine(
            name=name,
            workflows=of_peer[0].workflows,
            counts={
                **{answer: sum(effect.answer is answer for effect in of_peer) for answer in met},
                Answer.DOES_NOT_AFFECT: len(difference.changes) - sum(effect.answer in met for effect in of_peer),
            },
        )
        for name, of_peer in effects.items()
    ]
    return sorted(lines, key=lambda line: [-line.counts[answer] for answer in Answer])


def rules(difference: Difference) -> list[RuleLine]:
    """What breaks or is risky and counts, by rule: the most serious and most frequent first.

    A difference is counted once, by the rule that makes it so serious, be it about what follows from it.
    """
    found: dict[tuple[str, Verdict], list[tuple[Judged, Judgement]]] = {}
    for judged in difference.changes:
        verdict = judged.counting
        if verdict in (Verdict.BREAKING, Verdict.RISKY):
            said = (one for each in judged.every() for one in each.judgements)
            judgement = next(one for one in said if one.verdict is verdict and not one.accepted)
            found.setdefault((judgement.code, judgement.verdict), []).append((judged, judgement))
    lines = [
        RuleLine(
            title=title(members[0][1].slug),
            code=code,
            verdict=verdict,
            count=len(members),
            hurts=members[0][1].hurts,
            first=members[0][0].change.fingerprint,
        )
        for (code, verdict), members in found.items()
    ]
    return sorted(lines, key=lambda line: (line.verdict.rank, -line.count))


def title(slug: str) -> str:
    """The slug of a rule as words: `base-uri-changed` is "Base URI changed"."""
    text = in_words(slug)
    return f"{text[:1].upper()}{text[1:]}"


def _areas(changes: Sequence[Judged]) -> str:
    numbers = {area: sum(one.change.area is area for one in changes) for area in Area}
    found = sorted((area for area in Area if numbers[area]), key=lambda area: -numbers[area])
    if len(found) == 1:
        return f"{'all ' if len(changes) > 1 else ''}in {found[0]}"
    shown = [f"{area} ({numbers[area]})" for area in found[:4]]
    more = sum(numbers[area] for area in found[4:])
    return f"in {listed([*shown, *([f'elsewhere ({more})'] if more else [])], 'and')}"


def _peer(line: PeerLine) -> str:
    return f"{line.name} in {listed(line.workflows, 'and')}" if line.workflows else line.name


def _inside(sentence: str) -> str:
    """A sentence as a part of another one."""
    plain = sentence.removesuffix(".")
    return plain if plain[1:2].isupper() else f"{plain[:1].lower()}{plain[1:]}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''}"
