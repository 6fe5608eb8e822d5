"""`dcsgen rules`: what `dcsgen check` looks for, and what `dcsgen diff` says about changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dcsgen.plugin.command import Command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from dcsgen.plugin import LintRule

SCHEMA_VERSION = 1
SEVERITIES = ("error", "warning", "note")
PROFILES = ("draft", "release", "strict")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from dcsgen.builtin.command import _change_rules

    parser.add_argument(
        "--code",
        metavar="CODE",
        action="append",
        default=[],
        help="this rule, those whose code begins so, or those of this plug-in; may be repeated",
    )
    parser.add_argument(
        "--slug", metavar="WORD", action="append", default=[], help="rules with this in their slug; may be repeated"
    )
    parser.add_argument(
        "--severity", choices=SEVERITIES, metavar="SEVERITY", help="rules of this severity: error, warning or note"
    )
    parser.add_argument(
        "--profile", choices=PROFILES, metavar="PROFILE", help="rules that run in it: draft, release or strict"
    )
    parser.add_argument(
        "--stage",
        choices=("check", "diff"),
        metavar="STAGE",
        default="check",
        help="check: rules about descriptions; diff: rules about changes (default: check)",
    )
    _change_rules.configure(parser)
    parser.add_argument(
        "--json", action="store_true", help="write JSON, as described by `dcsgen schema rules`, or `change-rules`"
    )


def run(args: argparse.Namespace) -> int:
    """Write the list to standard output."""
    from dcsgen import api
    from dcsgen.base.errors import EXIT_CLEAN
    from dcsgen.base.finding import Profile, Severity
    from dcsgen.base.terminal import write_out
    from dcsgen.builtin.command import _change_rules
    from dcsgen.builtin.command._host import project_host

    _change_rules.refuse_contradictions(args)
    host = project_host(args)
    if args.stage == "diff":
        write_out(_change_rules.listed(args, host))
        return EXIT_CLEAN
    found = api.rules(
        host,
        codes=args.code,
        slugs=args.slug,
        severity=args.severity and Severity(args.severity),
        profile=args.profile and Profile(args.profile),
    )
    write_out(_as_json(found) if args.json else _as_text(found, args.color))
    return EXIT_CLEAN


def _as_json(rules: Iterable[tuple[str, LintRule]]) -> str:
    from dcsgen.base.json_text import json_text

    return json_text(
        {
            "schema": SCHEMA_VERSION,
            "rules": [{**_plain(rule), **({"provider": provider} if provider else {})} for provider, rule in rules],
        }
    )


def _plain(rule: LintRule) -> dict[str, str]:
    kind = rule.kind
    clause = {"clause": kind.clause} if kind.clause else {}
    return {
        "code": kind.code,
        "slug": kind.slug,
        "severity": kind.severity.value,
        "profile": rule.profile.value,
        "what": kind.what,
        "why": kind.why,
        "instead": kind.instead,
        **clause,
    }


def _as_text(rules: Iterable[tuple[str, LintRule]], choice: str) -> str:
    from dcsgen.base.terminal import table

    headings = ("code", "slug", "severity", "profile", "from", "what")
    return table(headings, [_row(provider or "dcsgen", rule) for provider, rule in rules], choice)


def _row(provider: str, rule: LintRule) -> tuple[str, ...]:
    import re

    kind = rule.kind
    first = re.split(r"[.] (?=[A-Z`])", kind.what, maxsplit=1)[0].rstrip(".")
    return kind.code, kind.slug, kind.severity.value, rule.profile.value, provider, first


COMMAND = Command(
    name="rules",
    help="list the rules of `dcsgen check`, or of `dcsgen diff`",
    describe="Lists the rules that `dcsgen check` can run, those of plug-ins too, with the profile from which on each "
    "of them runs. With --stage diff, lists what `dcsgen diff` says about changes, by verdict and by the axes of the "
    "rules. `dcsgen explain CODE` tells more about one.",
    configure=configure,
    run=run,
    examples=(
        "dcsgen rules",
        "dcsgen rules --code S2 --severity error",
        "dcsgen rules --slug transfer-syntax --profile draft",
        "dcsgen rules --stage diff --verdict breaking --role SCP",
        "dcsgen rules --stage diff --subject transfer_syntax",
        "dcsgen rules --stage diff --stance demands --action added",
        "dcsgen rules --json",
    ),
)
