"""What the pages of the report show: the outcome, the differences with their values side by side, what was aligned."""

from __future__ import annotations

from msgspec import Struct, structs

from dcsgen.base.change import Action, Area, Change, Verdict
from dcsgen.base.finding import dotted
from dcsgen.base.site import Answer
from dcsgen.base.tree import harmless
from dcsgen.builtin.change_reporter import _outcome
from dcsgen.builtin.change_reporter._alike import Alike
from dcsgen.builtin.change_reporter._effects import Said, said
from dcsgen.builtin.change_reporter._gaps import Gap, gaps, lacking
from dcsgen.builtin.change_reporter._order import by_area, counts
from dcsgen.builtin.change_reporter._pairs import AS_WHOLES, Pair, divided, entities, told_pairs
from dcsgen.builtin.change_reporter._values import Piece, shortened, side_by_side, text_of
from dcsgen.plugin import Difference, Judged, Judgement

WHOLE = 12
"""Lines that are shown of what came or went as a whole."""

LETTERS = 100
"""Letters that a line of a value may have in the middle of all that are shown."""

_ABOUT = {
    Verdict.BREAKING: "something that worked before fails now: fewer offers, or more demands",
    Verdict.RISKY: "the descriptions do not hold enough to decide",
    Verdict.COMPATIBLE: "nobody is hurt: more offers, or fewer demands",
    Verdict.EDITORIAL: "words, names, and what only explains the product",
}


class Entry(Struct, frozen=True, kw_only=True):
    """A difference as it is shown. `verdict` is its own, `worst` counts what follows from it.

    `roles` are those of the change and of what follows. `before` and `after` are empty for what is not there;
    `without` says why, such as "not there"; `lacking` is the product that does not state it, if nobody can tell for
    that reason. `effects` say what it means for the peers of the site, unless its cause says the same. `new` are the
    judgements that count, of rules that no entry before it is about. `depth` is 0 for a cause. `likes` are the same for
    others, which are called `names`. `script` is the name of the file that acts its witness out.
    """

    number: str
    judged: Judged
    verdict: Verdict
    worst: Verdict
    roles: tuple[str, ...]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    without: str
    lacking: str
    effects: tuple[Said, ...]
    new: tuple[Judgement, ...]
    path: str
    script: str = ""
    depth: int = 0
    echoes: tuple[Entry, ...] = ()
    likes: tuple[Entry, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Its id on the page, which stays when other differences come or go."""
        return f"d-{self.judged.change.fingerprint}"

    @property
    def every(self) -> list[Entry]:
        """This one and what follows from it."""
        return [self, *(each for echo in self.echoes for each in echo.every)]

    @property
    def size(self) -> int:
        """How many differences it shows, with those that are like it."""
        return 1 + len(self.likes)

    @property
    def answer(self) -> Answer | None:
        """Whether it affects the site; None if there is none, or nothing to fear."""
        return self.judged.answer


class Group(Struct, frozen=True, kw_only=True):
    """The differences of an area, the most serious first, and how many there are of each verdict."""

    area: Area
    entries: tuple[Entry, ...]
    counts: dict[Verdict, int]


class View(Struct, frozen=True, kw_only=True):
    """The whole report as templates see it; `verdicts` are those that there are, with what they mean.

    `old` and `new` are what the sides are called, `lead` the sentences that come first, `result` why it passes or
    fails. `rules` are what breaks or is risky by rule, `peers` those of the site, `gaps` what a side does not state.
    `entities` and `pairs` say what was held against what, without the pairs that only have the same name, which are
    `same_named` by number.
    """

    difference: Difference
    title: str
    generator: str
    old: str
    new: str
    lead: tuple[str, ...]
    result: str
    groups: tuple[Group, ...]
    rules: tuple[_outcome.RuleLine, ...]
    peers: tuple[_outcome.PeerLine, ...]
    gaps: tuple[Gap, ...]
    entities: tuple[Pair, ...]
    pairs: tuple[Pair, ...]
    same_named: int
    counts: dict[Verdict, int]
    verdicts: dict[Verdict, str]

    @property
    def total(self) -> int:
        """How many differences there are; what follows from others counts with them."""
        return len(self.difference.changes)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The words for what a difference means to a peer."""
        return tuple(Answer)

    @property
    def as_wholes(self) -> str:
        """What helps if Application Entities of two products do not correspond; empty otherwise."""
        return AS_WHOLES if divided(self.difference) else ""

    @property
    def pin(self) -> str:
        """How a pair is pinned, by the example of one that was found by likeness; empty if none was."""
        found = [pair for pair in (*self.entities, *self.pairs) if pair.guessed]
        return f"{dotted(found[0].aligned.path)}.{found[0].old}={found[0].new}" if found else ""


def view(difference: Difference, most: int) -> View:
    """The view of a difference, with `most` lines of each value; the JSON report has all of them."""
    old, new = labels(difference)
    making = _Making(difference, most)
    number = 0
    groups = []
    for area, alike in by_area(difference.changes):
        entries = []
        for one in alike:
            entries.append(making.group(one, number))
            number += len(one.members)
        found = counts([each for one in alike for each in one.members])
        groups.append(Group(area=area, entries=tuple(entries), counts=dict(found)))
    pairs, same_named = told_pairs(difference)
    return View(
        difference=difference,
        title=f"{harmless(difference.old_product)} → {harmless(difference.new_product)}",
        generator=f"{difference.tool} {difference.version}",
        old=old,
        new=new,
        lead=lead(difference),
        result=_outcome.result(difference),
        groups=tuple(groups),
        rules=tuple(_outcome.rules(difference)),
        peers=tuple(_outcome.peers(difference)),
        gaps=gaps(difference),
        entities=entities(difference),
        pairs=pairs,
        same_named=same_named,
        counts=dict(counts(difference.changes)),
        verdicts={verdict: _ABOUT[verdict] for verdict, _ in counts(difference.changes)},
    )


def lead(difference: Difference) -> tuple[str, ...]:
    """What comes first: what changed, whom it affects at the site, and what nobody can tell."""
    sayings = (_outcome.lead, _outcome.at_site, _outcome.hurts, _outcome.unstated)
    return tuple(sentence for say in sayings if (sentence := say(difference)))


def labels(difference: Difference) -> tuple[str, str]:
    """What the sides are called: old and new, or by name if they are different products."""
    if difference.same_product or difference.old_product == difference.new_product:
        return "Old", "New"
    return harmless(difference.old_product), harmless(difference.new_product)


def values(change: Change) -> tuple[str, str]:
    """What was and what is, as text."""
    return text_of(change.before), text_of(change.after)


def without(change: Change) -> str:
    """What is said in the place of a value that one side lacks."""
    if change.action in (Action.STATED, Action.UNSTATED):
        return "not stated"
    return "not there" if not change.field else "nothing"


class _Making:
    """Makes entries in reading order, and remembers of which rules it has made one."""

    def __init__(self, difference: Difference, most: int) -> None:
        self._difference, self._most = difference, most
        self._explained: set[str] = set()

    def group(self, alike: Alike, number: int) -> Entry:
        """The entry of differences that are alike: the first, with the others in it."""
        first, *others = (self._entry(judged, str(at), 0, None) for at, judged in enumerate(alike.members, number + 1))
        return structs.replace(first, likes=tuple(others), names=alike.names[1:])

    def _entry(self, judged: Judged, number: str, depth: int, cause: Judged | None) -> Entry:
        change = judged.change
        whole = values(change)
        # What came or went as a whole is known by its name; where two texts differ may be at their end.
        lines = self._most if all(whole) else min(self._most // 3, WHOLE)
        before, after = (shortened(text, lines, lines * LETTERS) for text in whole)
        old, new = side_by_side(before, after)
        unknown = [one for one in judged.judgements if one.code not in self._explained and not one.accepted]
        if cause is None:
            self._explained.update(one.code for one in unknown)
        effects = said(judged)
        echoes = tuple(
            self._entry(echo, f"{number}.{index}", depth + 1, judged) for index, echo in enumerate(judged.echoes, 1)
        )
        return Entry(
            number=number,
            judged=judged,
            verdict=min((one.verdict for one in judged.judgements), key=lambda verdict: verdict.rank),
            worst=judged.verdict,
            roles=tuple(dict.fromkeys([*_words(change.roles), *(role for echo in echoes for role in echo.roles)])),
            before=old,
            after=new,
            without=without(change),
            lacking=lacking(judged, self._difference),
            effects=() if cause and effects == said(cause) else tuple(effects),
            new=tuple(unknown),
            path=dotted(change.path),
            script=self._difference.script(judged),
            depth=depth,
            echoes=echoes,
        )


def _words(roles: tuple[str, ...]) -> list[str]:
    return [role.replace("_", " ") for role in roles]
