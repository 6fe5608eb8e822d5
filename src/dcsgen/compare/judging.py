"""Asks the change rules what the changes mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.terminal import aside
from dcsgen.plugin.change_rule import ChangeRule, Judged, Judgement, Sides


class OfferedChangeRule(NamedTuple):
    """A rule and the plug-in that gives it; the provider of dcsgen's own rules is empty."""

    provider: str
    rule: ChangeRule


class Verdicts(NamedTuple):
    """The changes with what rules say, and a sentence for each rule that raised."""

    changes: tuple[Judged, ...]
    trouble: tuple[str, ...]


def judge(changes: Iterable[Change], sides: Sides, rules: Sequence[OfferedChangeRule]) -> Verdicts:
    """What the rules say about each change and its echoes.

    All rules that are for a change speak about it. Where none of dcsgen's own does, the first of its general rules that
    is for it speaks. A rule that raises keeps none of the others from speaking.
    """
    judging = _Judging(rules)
    with aside():
        judged = tuple(judging.judged(change, None, sides) for change in changes)
    return Verdicts(judged, tuple(dict.fromkeys(judging.trouble)))


class _Judging:
    def __init__(self, rules: Sequence[OfferedChangeRule]) -> None:
        self.trouble: list[str] = []
        self._general = [offered for offered in rules if offered.rule.subject is None and not offered.provider]
        self._of_anything = [offered for offered in rules if offered.rule.subject is None and offered.provider]
        self._specific: dict[tuple[Subject, Action, str], list[OfferedChangeRule]] = {}
        for offered in rules:
            rule = offered.rule
            for action in rule.actions if rule.subject is not None else ():
                assert rule.subject is not None
                self._specific.setdefault((rule.subject, action, rule.field), []).append(offered)

    def judged(self, change: Change, cause: Change | None, sides: Sides) -> Judged:
        """A change with its judgements, and its echoes with theirs."""
        # A text that only follows a new name says what it said.
        respelt = change.words and cause is not None and cause.action is Action.RENAMED
        specific = [] if respelt else self._specific.get((change.subject, change.action, change.field), [])
        offered = [*specific, *self._of_anything]
        said = [(one, spoken) for one in offered if (spoken := self._spoken(one, change, cause, sides)) is not None]
        if all(one.provider for one, _ in said):
            for one in self._general:
                spoken = self._spoken(one, change, cause, sides)
                if spoken is not None:
                    said.append((one, spoken))
                    break
        inner = sides.about(change) if change.echoes else sides
        echoes = tuple(self.judged(echo, change, inner) for echo in change.echoes)
        return Judged(change=change, judgements=tuple(spoken for _, spoken in said), echoes=echoes)

    def _spoken(
        self, offered: OfferedChangeRule, change: Change, cause: Change | None, sides: Sides
    ) -> Judgement | None:
        rule = offered.rule
        try:
            if not rule.is_for(change, sides, cause):
                return None
            message = rule.say(change, sides)
        except KeyboardInterrupt:
            raise
        # A rule of a plug-in may call `sys.exit`; that must not end the run of all others.
        except BaseException as error:
            self.trouble.append(f"the change rule {rule.code} failed: {type(error).__name__}: {error}")
            return None
        return Judgement(
            code=rule.code,
            slug=rule.slug,
            verdict=rule.verdict,
            message=message,
            hurts=rule.hurts,
            instead=rule.instead,
            clause=rule.clause,
            provider=offered.provider,
        )
