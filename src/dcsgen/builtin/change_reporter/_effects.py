"""What a change means for the peers of a site, in words: peers for which the same holds are named together."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.base.site import Answer, Effect
from dcsgen.base.text import listed
from dcsgen.plugin import Judged

_WORDS = {
    Answer.AFFECTS: "affects",
    Answer.CANNOT_TELL: "cannot tell for",
    Answer.DOES_NOT_AFFECT: "does not affect",
}


FEW = 3
"""Peers that are named even if the same holds for all."""


_NONE = {"each does not use ": "uses ", "each does not rely on ": "relies on ", "each has no ": "has a "}
"""Beginnings of reasons, and what of nobody is so."""


class Said(Struct, frozen=True, kw_only=True):
    """An answer that holds for peers, who they are with their workflows, and the reason."""

    answer: Answer
    who: str
    reason: str

    @property
    def words(self) -> str:
        """The answer as it stands before the peers: `cannot tell for`."""
        return _WORDS[self.answer]

    @property
    def text(self) -> str:
        """All of it: `affects Scanner in Planning: Scanner relies on Patient ID`."""
        return f"{self.words} {self.who}: {self.reason}"


def said(judged: Judged) -> list[Said]:
    """What holds for which peers: those that are affected, then those of which nobody can tell; the others if no such.

    Empty without a site, and for what hurts nobody anywhere.
    """
    met = [effect for effect in judged.effects if effect.answer is not Answer.DOES_NOT_AFFECT]
    if met:
        return _together(sorted(met, key=lambda effect: effect.answer.rank), len(judged.effects))
    reasons = "; ".join(_reason(effects, len(judged.effects)) for effects in _alike(judged.effects))
    return [Said(answer=Answer.DOES_NOT_AFFECT, who="you", reason=reasons)] if reasons else []


def spared(judged: Judged) -> bool:
    """Whether a change affects none of the peers that were asked about."""
    return bool(judged.effects) and all(effect.answer is Answer.DOES_NOT_AFFECT for effect in judged.effects)


def place(effect: Effect) -> str:
    """A peer with its workflows: `Scanner in Planning and Follow-up`."""
    return f"{effect.peer} in {listed(effect.workflows, 'and')}" if effect.workflows else effect.peer


def _together(effects: Iterable[Effect], peers: int) -> list[Said]:
    return [
        Said(
            answer=alike[0].answer,
            who=_who(alike, peers),
            reason=alike[0].reason if len(alike) == 1 else _without_name(alike[0]),
        )
        for alike in _alike(effects)
    ]


def _who(alike: list[Effect], peers: int) -> str:
    """Whom it is about; without names if it is about more than a few and all of them."""
    if len(alike) == peers > FEW:
        return f"all {peers} peers" if alike[0].answer is Answer.AFFECTS else f"any of the {peers} peers"
    return listed([place(effect) for effect in alike], "and")


def _alike(effects: Iterable[Effect]) -> list[list[Effect]]:
    """Effects of one answer and reason, but for the name of the peer in it."""
    found: dict[tuple[Answer, str], list[Effect]] = {}
    for effect in effects:
        found.setdefault((effect.answer, _without_name(effect)), []).append(effect)
    return list(found.values())


def _reason(effects: list[Effect], peers: int) -> str:
    """A reason why none of some peers is affected; without their names if these are more than a few and all."""
    if len(effects) == 1:
        return effects[0].reason
    named = listed([effect.peer for effect in effects], "and")
    who = f"the {peers} peers" if len(effects) == peers > FEW else named
    reason = _without_name(effects[0])
    for beginning, verb in _NONE.items():
        if reason.startswith(beginning):
            return f"none of {who} {verb}{reason.removeprefix(beginning)}"
    return f"{who}: {reason}"


def _without_name(effect: Effect) -> str:
    return effect.reason.replace(effect.peer, "each")
