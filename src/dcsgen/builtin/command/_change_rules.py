"""The part of `dcsgen rules` that is about changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from enum import StrEnum

    from dcsgen.api import Host
    from dcsgen.plugin import ChangeRule

E = TypeVar("E", bound="StrEnum")

SCHEMA_VERSION = 1
VERDICTS = ("breaking", "risky", "compatible", "editorial")
OF_CHANGES = ("verdict", "subject", "action", "role", "stance")
OF_CHECKS = ("severity", "profile")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments for rules about changes."""
    group = parser.add_argument_group("rules about changes")
    group.add_argument(
        "--verdict", choices=VERDICTS, metavar="VERDICT", help="breaking, risky, compatible or editorial"
    )
    group.add_argument("--subject", metavar="SUBJECT", help="what the change is about, e.g. transfer_syntax")
    group.add_argument("--action", metavar="ACTION", help="what happened to it, e.g. removed")
    group.add_argument("--role", metavar="ROLE", help="role of the product, e.g. SCP")
    group.add_argument("--stance", choices=("offers", "demands"), metavar="STANCE", help="offers or demands")


def refuse_contradictions(args: argparse.Namespace) -> None:
    """Raise `UsageError` for an option that is of the other stage."""
    from dcsgen.base.errors import UsageError

    others = OF_CHECKS if args.stage == "diff" else OF_CHANGES
    given = [f"--{name}" for name in others if getattr(args, name)]
    if given:
        stage = "check" if args.stage == "diff" else "diff"
        raise UsageError(f"{given[0]} is for rules of the stage {stage}; add --stage {stage}")


def listed(args: argparse.Namespace, host: Host) -> str:
    """The list, as text or as JSON."""
    from dcsgen import api
    from dcsgen.base.change import Action, Subject, Verdict
    from dcsgen.base.terminal import table
    from dcsgen.base.words import Stance

    found = api.change_rules(
        host,
        codes=args.code,
        slugs=args.slug,
        verdict=args.verdict and Verdict(args.verdict),
        subject=_word(args.subject, "subject", Subject),
        action=_word(args.action, "action", Action),
        role=args.role or "",
        stance=args.stance and Stance(args.stance),
    )
    if args.json:
        return _as_json([(provider, rule) for provider, rule in found])
    headings = ("code", "slug", "verdict", "subject", "actions", "role", "stance", "from")
    return table(headings, [(*_row(rule), provider or "dcsgen") for provider, rule in found], args.color)


def _word(word: str | None, what: str, words: type[E]) -> E | None:
    from dcsgen.base.errors import UsageError
    from dcsgen.base.text import did_you_mean, quoted

    if word is None:
        return None
    known = [str(each) for each in words]
    if word not in known:
        hint = did_you_mean(word, known) or f"there are {', '.join(known)}"
        raise UsageError(f"there is no {what} {quoted(word)}; {hint}")
    return words(word)


def _row(rule: ChangeRule) -> tuple[str, ...]:
    subject = ".".join(part for part in (str(rule.subject or "any"), rule.field) if part)
    return (
        rule.code,
        rule.slug,
        rule.verdict.value,
        subject,
        ", ".join(rule.actions) or "any",
        rule.role,
        rule.stance or "",
    )


def _as_json(rules: Sequence[tuple[str, ChangeRule]]) -> str:
    from dcsgen.base.json_text import json_text

    return json_text({"schema": SCHEMA_VERSION, "rules": [_plain(provider, rule) for provider, rule in rules]})


def _plain(provider: str, rule: ChangeRule) -> dict[str, object]:
    optional = {
        "subject": rule.subject,
        "field": rule.field,
        "role": rule.role,
        "stance": rule.stance,
        "clause": rule.clause,
        "provider": provider,
    }
    return {
        "code": rule.code,
        "slug": rule.slug,
        "verdict": rule.verdict,
        "actions": list(rule.actions),
        "what": rule.what,
        "why": rule.why,
        "hurts": rule.hurts,
        "instead": rule.instead,
        **{key: value for key, value in optional.items() if value},
    }
