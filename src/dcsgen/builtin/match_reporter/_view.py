"""What the pages of the report show: the answers, the picture, and tables of what follows from them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from dcsgen.base.finding import dotted
from dcsgen.base.interaction import Interaction, Missing, Outcome, Reason, Workflow
from dcsgen.base.place import Place
from dcsgen.base.text import in_words, listed
from dcsgen.base.tree import harmless
from dcsgen.builtin.match_reporter._lines import (
    Condition,
    Line,
    Lone,
    Question,
    Sort,
    conditions,
    lines,
    lone,
    pair,
    places,
    questions,
)
from dcsgen.builtin.match_reporter._outcomes import CLASSES, MEANINGS, SIGNS
from dcsgen.builtin.match_reporter._picture import picture
from dcsgen.builtin.match_reporter._sentences import gathered, lead, short
from dcsgen.plugin import Explained, Match

MOST = 6
"""Pairs of Application Entities that are named in one place."""

MOST_ON_PAPER = 8
"""Reasons of one sort that are printed in full; the table of what is lost names all of them."""

_MARKS = re.compile(r"(?<!\w)[*_`]+|[*_`]+(?!\w)")


class Negotiated(Struct, frozen=True, kw_only=True):
    """Presentation Contexts that come to the same: for what, between whom, and which Transfer Syntax is taken."""

    line: Line
    names: tuple[str, ...]
    pairs: tuple[str, ...]
    opens: str
    proposed: tuple[str, ...]
    accepted: tuple[str, ...]
    chosen: str


class Lost(Struct, frozen=True, kw_only=True):
    """What gets lost for one reason: of what it is a part, and how it gets lost."""

    line: Line
    sort: Sort
    how: str


class View(Struct, frozen=True, kw_only=True):
    """The whole report as templates see it. `picture` is markup. On `paper`, nothing is folded."""

    match: Match
    title: str
    generator: str
    paper: bool
    lead: str
    picture: str
    lines: tuple[Line, ...]
    workflows: tuple[Workflow, ...]
    negotiated: tuple[Negotiated, ...]
    lost: tuple[Lost, ...]
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    uses: tuple[Lone, ...]
    offers: tuple[Lone, ...]
    rules: tuple[Explained, ...]

    @property
    def legend(self) -> dict[Outcome, str]:
        """The outcomes, the worst first, and what they mean."""
        return MEANINGS

    @property
    def most(self) -> int:
        """Reasons of one sort that are shown: paper is read from cover to cover."""
        return MOST_ON_PAPER if self.paper else sys.maxsize

    def count(self, outcome: Outcome) -> int:
        """How many interactions have an outcome."""
        return self.match.count(outcome)

    def css(self, outcome: Outcome) -> str:
        """The name of an outcome for style sheets."""
        return CLASSES[outcome]

    def sign(self, outcome: Outcome) -> str:
        """The sign of an outcome."""
        return SIGNS[outcome]

    def words(self, slug: str) -> str:
        """A slug as words."""
        text = in_words(slug)
        return f"{text[:1].upper()}{text[1:]}"

    def key(self, missing: Missing) -> str:
        """The key at which a fact would stand."""
        return dotted(missing.path)

    def names(self, names: Sequence[str]) -> list[str]:
        """Names without what all of them have."""
        return list(dict.fromkeys(map(short, names)))

    def gathered(self, names: Sequence[str]) -> list[str]:
        """Names, transactions of the web by their service."""
        return gathered(map(short, names))

    def some(self, names: Sequence[str]) -> list[str]:
        """The first names, and how many more there are."""
        return [*names[:MOST], *([f"{len(names) - MOST} more"] if len(names) > MOST else [])]

    def places(self, reason: Reason) -> tuple[Place, ...]:
        """Where both sides say what a reason rests on."""
        return places(reason.sources)

    def ways(self, reason: Reason) -> str:
        """What either side would have to change, for a reason by which something gets lost."""
        ways = [f"{self.match.product(remedy.side).name} would have to {remedy.change}" for remedy in reason.remedies]
        return listed(ways, "or") if reason.outcome is not Outcome.FAILS else ""

    def prose(self, text: str) -> str:
        """CommonMark of rules as plain text: they have nothing but words that are set apart."""
        return _MARKS.sub("", " ".join(text.split()))

    @property
    def reasoned(self) -> tuple[Line, ...]:
        """The answers for which there is more to say."""
        return tuple(line for line in self.lines if line.sorts or line.remedies)

    @property
    def parts(self) -> dict[str, str]:
        """The parts of the page that there are."""
        there: dict[str, tuple[str, object]] = {
            "picture": ("Who talks to whom", self.picture),
            "workflows": ("Workflows", self.workflows),
            "negotiation": ("Negotiation on paper", self.negotiated),
            "lost": ("What is lost", self.lost),
            "set-up": ("What has to be set up first", self.conditions),
            "not-stated": ("What is not stated", self.questions),
            "no-counterpart": ("What has no counterpart", self.uses or self.offers),
            "reasons": ("Reasons", self.reasoned),
            "rules": ("What the codes mean", self.rules),
        }
        return {name: title for name, (title, something) in there.items() if something}


def view(match: Match, *, paper: bool) -> View:
    """The view of a match."""
    answers = lines(match)
    alone = lone(match)
    return View(
        match=match,
        title=f"{harmless(match.a.name)} and {harmless(match.b.name)}",
        generator=f"{match.tool} {match.version}",
        paper=paper,
        lead=lead(match),
        picture=picture(match),
        lines=answers,
        workflows=tuple(sorted(match.workflows, key=lambda one: -one.outcome.rank)),
        negotiated=tuple(each for line in answers for each in negotiated(line, match)),
        lost=tuple(
            Lost(line=line, sort=sort, how=how(sort))
            for line in answers
            for sort in line.sorts
            if sort.outcome is Outcome.LOSS
        ),
        conditions=conditions(match),
        questions=questions(match),
        uses=tuple(one for one in alone if one.is_use),
        offers=tuple(one for one in alone if not one.is_use),
        rules=match.rules,
    )


def how(sort: Sort) -> str:
    """How it gets lost, in a word, with numbers if there are several; "lost" where the rule does not say it."""
    kinds = Counter(str(reason.loss or "lost") for reason in sort.reasons)
    return ", ".join(f"{kind} ({number})" if len(kinds) > 1 else kind for kind, number in kinds.items())


def negotiated(line: Line, match: Match) -> list[Negotiated]:
    """The Presentation Contexts of an answer, those that come to the same together."""
    found: dict[object, list[Interaction]] = {}
    for one in line.members:
        context = one.context
        if context is not None:
            key = (context.initiator, *map(tuple, (context.proposed, context.accepted)), context.chosen)
            found.setdefault(key, []).append(one)
    made = []
    for members in found.values():
        context = members[0].context
        assert context is not None
        made.append(
            Negotiated(
                line=line,
                names=tuple(dict.fromkeys(one.name for one in members)),
                pairs=tuple(dict.fromkeys(map(pair, members))),
                opens=match.product(context.initiator).name if context.initiator is not None else "",
                proposed=tuple(context.proposed.values()),
                accepted=tuple(context.accepted.values()),
                chosen=context.common.get(context.chosen, ""),
            )
        )
    return made
