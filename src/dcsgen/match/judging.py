"""Asks the match rules what speaks for and against an interaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dcsgen.base.interaction import Interaction, Means, Missing, Reason, Remedy, Source, worst
from dcsgen.base.terminal import aside
from dcsgen.match.association import associated
from dcsgen.match.taking import taker
from dcsgen.plugin.match_rule import MatchRule, Meeting, Said


class OfferedMatchRule(NamedTuple):
    """A rule and the plug-in that gives it; the provider of dcsgen's own rules is empty."""

    provider: str
    rule: MatchRule


class Judged(NamedTuple):
    """The interactions with their reasons, and a sentence for each rule that raised."""

    interactions: tuple[Interaction, ...]
    trouble: tuple[str, ...]


def judge(meetings: Iterable[Meeting], rules: Sequence[OfferedMatchRule]) -> Judged:
    """What the rules say about each meeting; a rule that raises keeps none of the others from speaking."""
    trouble: list[str] = []
    with aside():
        interactions = tuple(_interaction(meeting, rules, trouble) for meeting in meetings)
    return Judged(interactions, tuple(dict.fromkeys(trouble)))


def _interaction(meeting: Meeting, rules: Sequence[OfferedMatchRule], trouble: list[str]) -> Interaction:
    reasons = [reason for offered in rules for reason in _reasons(offered, meeting, trouble)]
    return Interaction(
        means=meeting.means,
        user=taker(meeting.user),
        provider=taker(meeting.provider),
        service_class=meeting.service_class,
        key=meeting.key,
        name=_name(meeting),
        outcome=worst(reason.outcome for reason in reasons),
        context=meeting.context,
        association=associated(meeting),
        reasons=tuple(reasons),
    )


def _name(meeting: Meeting) -> str:
    if meeting.means is Means.WEB:
        return f"{meeting.user.web.service.name}: {meeting.key}"
    return meeting.sop_class.name if meeting.sop_class is not None else meeting.key


def _reasons(offered: OfferedMatchRule, meeting: Meeting, trouble: list[str]) -> list[Reason]:
    rule = offered.rule
    if not rule.is_for(meeting):
        return []
    try:
        return [_reason(said, offered) for said in rule.judge(meeting)]
    except KeyboardInterrupt:
        raise
    # A rule of a plug-in may call `sys.exit`; that must not end the run of all others.
    except BaseException as error:
        trouble.append(f"the match rule {rule.code} failed: {type(error).__name__}: {error}")
        return []


def _reason(said: Said, offered: OfferedMatchRule) -> Reason:
    rule = offered.rule
    return Reason(
        code=rule.code,
        slug=rule.slug,
        outcome=said.outcome,
        message=said.message,
        subject=said.subject,
        loss=said.loss,
        condition=said.condition,
        remedies=tuple(Remedy(side=party.side, change=change) for party, change in said.remedies),
        missing=tuple(Missing(side=party.side, path=path, what=what) for party, path, what in said.missing),
        sources=tuple(Source(side=party.side, path=path) for party, path in said.sources),
        clause=rule.clause,
        provider=offered.provider,
    )
