"""What a project asks of a check: rules, severities, plug-ins, accepted findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.change import Verdict
from dcsgen.base.finding import Profile, Severity
from dcsgen.base.policy import NO_POLICY, Policy
from dcsgen.check.select import Choice


class Configuration(Struct, frozen=True, kw_only=True):
    """The content of a `dcsgen.toml`, paths as seen from where dcsgen runs; the defaults hold without one.

    `fail_on` is the severity from which a finding makes a check fail. `diff` is what is asked of differences.
    `accepted` is the file with what is accepted of both, `file` the one that all this was read from.
    """

    choice: Choice = Choice()
    fail_on: Severity = Severity.ERROR
    plugins: tuple[Path, ...] = ()
    accepted: Path | None = None
    file: Path | None = None
    diff: Policy = NO_POLICY


DEFAULT = Configuration()
"""What holds where nobody asks for anything."""


def configured(data: dict[str, Any], file: Path) -> Configuration:
    """The configuration that plain data mean, which fit `schemas/configuration.schema.json`; without `diff`."""
    choice = Choice(
        profile=Profile(data.get("profile", Profile.RELEASE)),
        select=tuple(data.get("select", ())),
        ignore=tuple(data.get("ignore", ())),
        severity={word: Severity(severity) for word, severity in data.get("severity", {}).items()},
    )
    return Configuration(
        choice=choice,
        fail_on=Severity(data.get("fail-on", Severity.ERROR)),
        plugins=tuple(file.parent / folder for folder in data.get("plugins", ())),
        accepted=file.parent / data["accepted"] if "accepted" in data else None,
        file=file,
    )


def overruled(
    configuration: Configuration,
    *,
    profile: Profile | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: Severity | None = None,
    accepted: Path | None = None,
    diff_fail_on: Verdict | None = None,
) -> Configuration:
    """The configuration with the words of a command line, which beat it.

    Who selects on the command line chooses anew, so `select` and `ignore` of the configuration do not count then;
    `ignore` alone takes away more.
    """
    choice = configuration.choice
    if select:
        choice = structs.replace(choice, select=tuple(select), ignore=tuple(ignore))
    elif ignore:
        choice = structs.replace(choice, ignore=(*choice.ignore, *ignore))
    if profile is not None:
        choice = structs.replace(choice, profile=profile)
    return structs.replace(
        configuration,
        choice=choice,
        fail_on=fail_on or configuration.fail_on,
        accepted=accepted or configuration.accepted,
        diff=structs.replace(configuration.diff, fail_on=diff_fail_on or configuration.diff.fail_on),
    )
