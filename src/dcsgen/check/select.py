"""Which rules run, and how much their findings weigh: profile, words that choose rules, severity overrides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from msgspec import Struct, structs

from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Kind, Profile, Severity, is_rule
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.check.run import Offered

_PREFIX = re.compile(r"[A-Za-z][0-9]{0,2}")
"""The beginning of a code of dcsgen's own: `S`, `S1` or `S10`."""


class Choice(Struct, frozen=True):
    """What a user wants of the rules.

    `select` and `ignore` are words: a code, a slug, the beginning of a code (`S1`), or the name of a plug-in for all
    of its rules. `severity` goes from a code or slug to the severity that its findings get.
    """

    profile: Profile = Profile.RELEASE
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}


class _Match(IntEnum):
    """How exactly a word names a rule."""

    NOT = 0
    AMONG_OTHERS = 1
    ITSELF = 2


def chosen(rules: Sequence[Offered], choice: Choice, others: Iterable[Kind] = ()) -> tuple[Offered, ...]:
    """The rules that run, in their order.

    Without `select` these are all of the profile. With it, those of the profile that a word matches, and those that
    a word names itself whatever their profile. `ignore` takes rules away; a rule that `select` names itself stays
    if `ignore` names it only among others.

    Raises `UsageError` for a word that matches no rule; `others` are kinds of findings that are no rules, for a
    better message.
    """
    for option, words in (("select", choice.select), ("ignore", choice.ignore)):
        for word in words:
            if not any(_match(word, offered) for offered in rules):
                raise UsageError(_unknown(word, option, rules, others))
    return tuple(offered for offered in rules if _runs(offered, choice))


def _runs(offered: Offered, choice: Choice) -> bool:
    selected = max((_match(word, offered) for word in choice.select), default=_Match.NOT)
    ignored = max((_match(word, offered) for word in choice.ignore), default=_Match.NOT)
    if ignored and ignored >= selected:
        return False
    if selected is _Match.ITSELF:
        return True
    return choice.profile.includes(offered.rule.profile) and (selected > _Match.NOT or not choice.select)


def matches(word: str, offered: Offered) -> bool:
    """Whether a word of `select` or `ignore` means a rule."""
    return _match(word, offered) > _Match.NOT


def _match(word: str, offered: Offered) -> _Match:
    kind = offered.rule.kind
    if names(word, kind):
        return _Match.ITSELF
    if word == offered.provider and word:
        return _Match.AMONG_OTHERS
    own = not offered.provider and _PREFIX.fullmatch(word) is not None
    return _Match.AMONG_OTHERS if own and kind.code.startswith(word.upper()) else _Match.NOT


def names(word: str, kind: Kind) -> bool:
    """Whether a word is the code or the slug of a kind."""
    return word.casefold() == kind.code.casefold() or word == kind.slug


def _unknown(word: str, option: str, rules: Sequence[Offered], others: Iterable[Kind]) -> str:
    if any(names(word, kind) for kind in others):
        return (
            f"{option}: {quoted(word)} is no rule but is always looked for; what may be let through can be accepted "
            "in dcsgen-accepted.yaml"
        )
    known = [name for offered in rules for name in (offered.rule.kind.code, offered.rule.kind.slug, offered.provider)]
    return f"{option}: there is no rule {quoted(word)}; {_hint(word, known)}"


def _hint(word: str, known: Iterable[str]) -> str:
    # A set would have another order in each run.
    meant = did_you_mean(word, dict.fromkeys(name for name in known if name))
    return meant or ("is its plug-in loaded?" if "/" in word else "`dcsgen rules` lists all")


def severities(kinds: Iterable[Kind], choice: Choice) -> dict[str, Severity]:
    """The severity of findings by their code, where it is not the kind's own.

    Raises `UsageError` for a word that is neither code nor slug, and for an error that must stay one (`must_stay`).
    """
    known = tuple(kinds)
    found: dict[str, Severity] = {}
    for word, severity in choice.severity.items():
        meant = [kind for kind in known if names(word, kind)]
        if not meant:
            words = [name for kind in known for name in (kind.code, kind.slug)]
            raise UsageError(f"severity: there is no finding {quoted(word)}; {_hint(word, words)}")
        for kind in meant:
            if must_stay(kind) and severity is not Severity.ERROR:
                raise UsageError(
                    f"severity: {kind.code} {kind.slug} stays an error, because where it is found nothing else was "
                    "looked for"
                )
            found[kind.code] = severity
    return found


def must_stay(kind: Kind) -> bool:
    """Whether nobody may weaken or accept a kind of finding: an error that is no rule's.

    Such an error keeps a description from being understood, or a plug-in from working.
    """
    return kind.severity is Severity.ERROR and not is_rule(kind.code)


def weighed(findings: Iterable[Finding], found: Mapping[str, Severity]) -> list[Finding]:
    """Findings with the severities that `severities` gave."""
    return [
        structs.replace(finding, severity=found[finding.code]) if finding.code in found else finding
        for finding in findings
    ]
