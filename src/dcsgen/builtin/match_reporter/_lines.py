"""The answers of a match, one for all interactions that come to the same for the same reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dcsgen.base.interaction import Interaction, Means, Missing, Outcome, Reason, Remedy, Source, Unmet
from dcsgen.base.place import Place
from dcsgen.base.text import listed
from dcsgen.builtin.match_reporter._sentences import VERIFICATION, named, sentence, verb
from dcsgen.plugin import Match
from dcsgen.plugin.match_words import by_code, told_together

_USES = ("SCU", "user_agent", "FSC", "FSU")


class Sort(Struct, frozen=True, kw_only=True):
    """Reasons of one code and outcome, and what they are together: `gathered` if one sentence says it of all."""

    told: str
    reasons: tuple[Reason, ...]
    gathered: bool = False

    @property
    def code(self) -> str:
        """Their code."""
        return self.reasons[0].code

    @property
    def outcome(self) -> Outcome:
        """Their outcome."""
        return self.reasons[0].outcome

    @property
    def places(self) -> tuple[Place, ...]:
        """Where both sides say it."""
        return places(source for reason in self.reasons for source in reason.sources)

    @property
    def each(self) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """The sentence of each, and its places."""
        return tuple((reason.message, places(reason.sources)) for reason in self.reasons)

    @property
    def subjects(self) -> tuple[str, ...]:
        """What they are about, each; where no sentence stands for all, their own."""
        return tuple(reason.subject if self.gathered and reason.subject else reason.message for reason in self.reasons)


class Line(Struct, frozen=True, kw_only=True):
    """One answer: the interactions that it is about, the sentence, and the reasons by their code.

    Interactions are told together if they are of the same sort and nothing but the names of SOP Classes and
    Application Entities differs in what speaks against them. What has to be set up is told elsewhere.
    """

    number: int
    members: tuple[Interaction, ...]
    sentence: str
    sorts: tuple[Sort, ...]

    @property
    def first(self) -> Interaction:
        """The interaction that stands for all."""
        return self.members[0]

    @property
    def outcome(self) -> Outcome:
        """The outcome of each of them."""
        return self.first.outcome

    @property
    def names(self) -> tuple[str, ...]:
        """What they are about."""
        return tuple(dict.fromkeys(member.name for member in self.members))

    @property
    def pairs(self) -> tuple[str, ...]:
        """The Application Entities: `SEND → RECEIVE`."""
        return tuple(dict.fromkeys(map(pair, self.members)))

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What either side would have to change to make it work; what would lessen a loss stands with the reason."""
        reasons = (reason for sort in self.sorts for reason in sort.reasons if reason.outcome is Outcome.FAILS)
        return tuple(dict.fromkeys(remedy for reason in reasons for remedy in reason.remedies))


class Condition(Struct, frozen=True, kw_only=True):
    """Something that has to be set up or bought first, why, and between whom.

    `trial` is what only is needed to try whether the other one answers.
    """

    what: str
    reason: Reason
    pairs: tuple[str, ...]
    places: tuple[Place, ...]
    trial: bool


class Question(Struct, frozen=True, kw_only=True):
    """A key at which a fact is not stated, and what cannot be told because of that.

    `others` are facts that are missing at the same key, such as the same of other Application Entities.
    """

    missing: Missing
    others: int
    product: str
    vendor: str
    names: tuple[str, ...]

    @property
    def what(self) -> str:
        """What is not stated, in words."""
        return f"{self.missing.what}; the same of {self.others} more" if self.others else self.missing.what


class Lone(Struct, frozen=True, kw_only=True):
    """What one product would do and the other one has no counterpart for, of one Service Class and role."""

    members: tuple[Unmet, ...]

    @property
    def first(self) -> Unmet:
        """The one that stands for all."""
        return self.members[0]

    @property
    def role(self) -> str:
        """The role of the product, in words; empty if it states none."""
        return self.first.role.replace("_", " ")

    @property
    def names(self) -> tuple[str, ...]:
        """What it is about."""
        return tuple(dict.fromkeys(member.name for member in self.members))

    @property
    def entities(self) -> tuple[str, ...]:
        """The Application Entities that would do it."""
        return tuple(dict.fromkeys(member.taker.application_entity for member in self.members))

    @property
    def near(self) -> str:
        """What the other product has instead, for what is used on the network or by media."""
        if not self.is_use or self.first.means is Means.WEB:
            return ""
        return named([name for member in self.members for name in member.near], 3)

    @property
    def is_use(self) -> bool:
        """Whether the product would use the other one; otherwise it offers what nobody uses."""
        return any(role in _USES for role in self.first.role.split(" and "))


def lines(match: Match) -> tuple[Line, ...]:
    """The answers, what fails first and what only tries the connection last."""
    together = {rule.code: rule.together for rule in match.rules if rule.together}
    found: dict[object, list[Interaction]] = {}
    for one in match.interactions:
        found.setdefault(_alike(one), []).append(one)
    ordered = sorted(found.values(), key=lambda members: (-members[0].outcome.rank, _is_trial(members[0])))
    return tuple(
        Line(
            number=number,
            members=tuple(members),
            sentence=_sentence(members, together),
            sorts=tuple(
                Sort(
                    told=told_together(sort, together, *_names(members[0])),
                    reasons=sort,
                    gathered=len(sort) > 1 and sort[0].code in together,
                )
                for sort in by_code(_each_once(members))
            ),
        )
        for number, members in enumerate(ordered, 1)
    )


def conditions(match: Match) -> tuple[Condition, ...]:
    """What has to be set up first, each once, by code; what is needed to try the connection only comes last."""
    found: dict[str, list[tuple[Interaction, Reason]]] = {}
    for one in match.interactions:
        for reason in one.conditions:
            found.setdefault(reason.condition, []).append((one, reason))
    made = [
        Condition(
            what=what,
            reason=said[0][1],
            pairs=tuple(dict.fromkeys(pair(one) for one, _ in said)),
            places=places(source for _, reason in said for source in reason.sources),
            trial=all(_is_trial(one) for one, _ in said),
        )
        for what, said in found.items()
    ]
    return tuple(sorted(made, key=lambda condition: (condition.trial, condition.reason.code)))


def questions(match: Match) -> tuple[Question, ...]:
    """What is not stated, each key once, by product."""
    found: dict[tuple[object, ...], list[tuple[Missing, str]]] = {}
    for one in match.interactions:
        for reason in one.reasons:
            for missing in reason.missing:
                found.setdefault((missing.side, missing.path), []).append((missing, one.name))
    made = [
        Question(
            missing=said[0][0],
            others=len({missing.what for missing, _ in said}) - 1,
            product=match.product(said[0][0].side).name,
            vendor=match.product(said[0][0].side).vendor,
            names=tuple(dict.fromkeys(name for _, name in said)),
        )
        for said in found.values()
    ]
    return tuple(sorted(made, key=lambda question: question.missing.side))


def lone(match: Match) -> tuple[Lone, ...]:
    """What has no counterpart: first what a product would use, then what it offers."""
    found: dict[object, list[Unmet]] = {}
    for one in match.unmet:
        part = one.service_class if one.means is Means.NETWORK else ""
        found.setdefault((one.taker.side, one.role, one.means, part, one.outcome), []).append(one)
    return tuple(sorted((Lone(members=tuple(members)) for members in found.values()), key=lambda each: not each.is_use))


def told_lone(one: Lone, match: Match) -> str:
    """`A would use RT Dose as SCU (EXPORT): B has no counterpart; it has RT Plan`."""
    first = one.first
    other = match.product(first.taker.side.other).name
    lacks = f"{other} has no counterpart"
    if first.outcome is Outcome.CANNOT_TELL:
        lacks = f"whether {other} has a counterpart is not stated"
    instead = f"; it has {one.near}" if one.near else ""
    role = f" as {one.role}" if one.role else ""
    entities = listed(one.entities, "and")
    return f"{first.taker.product} would use {named(one.names)}{role} ({entities}): {lacks}{instead}"


def places(sources: Iterable[Source]) -> tuple[Place, ...]:
    """The places of sources, each once, those of the first product first."""
    ordered: Sequence[Source] = sorted(sources, key=lambda source: source.side)
    return tuple(dict.fromkeys(source.place for source in ordered if source.place is not None))


def pair(one: Interaction) -> str:
    """Who talks to whom."""
    return f"{one.user.application_entity} → {one.provider.application_entity}"


def _names(one: Interaction) -> tuple[str, str]:
    return one.user.product, one.provider.product


def _is_trial(one: Interaction) -> bool:
    return one.service_class == VERIFICATION


def _alike(one: Interaction) -> object:
    against = tuple(_said(reason, one) for reason in one.reasons if reason.outcome is not Outcome.WORKS)
    return one.means, one.user.side, one.service_class, verb(one), one.outcome, against


def _each_once(members: Sequence[Interaction]) -> list[Reason]:
    """The reasons of interactions that are told together; what has to be set up stands elsewhere."""
    told = ((_said(reason, one), reason) for one in members for reason in one.reasons if not reason.condition)
    found: dict[object, Reason] = {}
    for said, reason in told:
        found.setdefault(said, reason)
    return list(found.values())


def _said(reason: Reason, one: Interaction) -> object:
    """What a reason says, whichever Application Entities it is about."""
    message = reason.message
    for taker in (one.user, one.provider):
        message = re.sub(rf"\b{re.escape(taker.application_entity)}\b", taker.side, message)
    return reason.code, reason.outcome, reason.subject, message


def _sentence(members: Sequence[Interaction], together: Mapping[str, str]) -> str:
    """The sentence of the first, with a word about others in which Application Entities have other names."""
    said = sentence(members[0], [one.name for one in members], together)
    same = all(
        [reason.message for reason in one.decisive] == [reason.message for reason in members[0].decisive]
        for one in members
    )
    return said if same else f"{said}; likewise for the others"
