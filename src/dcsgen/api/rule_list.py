"""The rules of `dcsgen check` and of `dcsgen diff`, as lists to look through."""

from __future__ import annotations

from collections.abc import Sequence

from dcsgen.base.change import Action, Subject, Verdict
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Profile, Severity
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.base.words import Stance
from dcsgen.check.run import Offered
from dcsgen.check.select import matches
from dcsgen.compare.judging import OfferedChangeRule
from dcsgen.host import Host


def rules(
    host: Host,
    *,
    codes: Sequence[str] = (),
    slugs: Sequence[str] = (),
    severity: Severity | None = None,
    profile: Profile | None = None,
) -> tuple[Offered, ...]:
    """The rules of a host, by code, that fit all that is asked for.

    `codes` are codes, beginnings of codes, slugs or names of plug-ins, as `select` takes them, of which one must fit;
    `slugs` are parts of slugs, of which one must fit. `profile` gives the rules that run in it.
    Raises `UsageError` for one of `codes` that means no rule.
    """
    every = [Offered(*pair) for pair in host.lint_rules]
    for word in codes:
        if not any(matches(word, offered) for offered in every):
            known = [name for offered in every for name in (offered.rule.kind.code, offered.rule.kind.slug)]
            hint = did_you_mean(word, known) or "without --code, all are listed"
            raise UsageError(f"there is no rule {quoted(word)}; {hint}")
    return tuple(
        offered
        for offered in every
        if (not codes or any(matches(word, offered) for word in codes))
        and (not slugs or any(word.casefold() in offered.rule.kind.slug for word in slugs))
        and severity in (None, offered.rule.kind.severity)
        and (profile is None or profile.includes(offered.rule.profile))
    )


def change_rules(
    host: Host,
    *,
    codes: Sequence[str] = (),
    slugs: Sequence[str] = (),
    verdict: Verdict | None = None,
    subject: Subject | None = None,
    action: Action | None = None,
    role: str = "",
    stance: Stance | None = None,
) -> tuple[OfferedChangeRule, ...]:
    """The change rules of a host, by code, that fit all that is asked for.

    `codes` are codes, beginnings of codes, slugs or names of plug-ins, of which one must fit; `slugs` are parts of
    slugs. A rule without a subject, action, role or stance is for all of them, and fits only if none is asked for.
    """
    return tuple(
        offered
        for offered in (OfferedChangeRule(*pair) for pair in host.change_rules)
        if (not codes or any(_means(word, offered) for word in codes))
        and (not slugs or any(word.casefold() in offered.rule.slug for word in slugs))
        and verdict in (None, offered.rule.verdict)
        and subject in (None, offered.rule.subject)
        and (action is None or action in offered.rule.actions)
        and (not role or role.casefold() == offered.rule.role.casefold())
        and stance in (None, offered.rule.stance)
    )


def _means(word: str, offered: OfferedChangeRule) -> bool:
    code = offered.rule.code.casefold()
    own = not offered.provider and len(word) < len(code)
    return (
        word.casefold() == code
        or word in (offered.rule.slug, offered.provider)
        or (own and code.startswith(word.casefold()))
    )
