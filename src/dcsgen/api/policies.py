"""Reads the table `[diff]` of a configuration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dcsgen.base.change import Verdict
from dcsgen.base.errors import UsageError
from dcsgen.base.place import Path, Place
from dcsgen.base.policy import Announcement, Override, Policy, Step, Versioned
from dcsgen.base.text import quoted

DAYS = ("announced", "ends")

At = Callable[[Path, bool], Place | None]
"""Gives the place of a path in the configuration, that of its value or that of its key."""


def days_as_text(data: Any) -> None:
    """Turn the days of announcements, which TOML can write without quotes, into the text that they are elsewhere."""
    diff = data.get("diff") if isinstance(data, dict) else None
    entries = diff.get("deprecated") if isinstance(diff, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        for key in DAYS if isinstance(entry, dict) else ():
            # A moment is a day, too, for Python, but nobody means one here.
            if type(entry.get(key)) is date:
                entry[key] = entry[key].isoformat()


def policy_of(data: dict[str, Any], at: At) -> Policy:
    """The policy that plain data mean, which fit `schemas/configuration.schema.json`.

    Raises `UsageError` for a day that is none, and for an end that comes before it was announced.
    """
    step = dict(data.get("version-step", {}))
    versioned = Versioned(step.pop("of", Versioned.PRODUCT))
    return Policy(
        fail_on=Verdict(data.get("fail-on", Verdict.BREAKING)),
        overrides=tuple(
            Override(word, Verdict(verdict), at(("verdict", word), True))
            for word, verdict in data.get("verdict", {}).items()
        ),
        announcements=tuple(
            _announcement(entry, ("deprecated", index), at) for index, entry in enumerate(data.get("deprecated", ()))
        ),
        versioned=versioned,
        steps={Verdict(verdict): Step(wanted) for verdict, wanted in step.items()},
    )


def _announcement(entry: dict[str, str], path: Path, at: At) -> Announcement:
    announced, ends = (_day(entry[key], at((*path, key), False)) for key in DAYS)
    if ends <= announced:
        place = at((*path, "ends"), False)
        raise UsageError(f"{place}: the end on {ends} is not after the day on which it was announced, {announced}")
    return Announcement(
        path=entry["path"],
        announced=announced,
        ends=ends,
        where=entry["where"],
        rule=entry.get("rule", ""),
        place=at((*path, "rule" if "rule" in entry else "path"), False),
    )


def _day(text: str, place: Place | None) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{place}: {quoted(text)} is no day of the calendar") from None
