"""The configuration as data, and the words of the command line that beat it."""

from __future__ import annotations

from pathlib import Path

from dcsgen.base.finding import Profile, Severity
from dcsgen.check.configuration import DEFAULT, configured, overruled
from dcsgen.check.select import Choice

FULL = {
    "profile": "strict",
    "select": ["S1"],
    "ignore": ["S101"],
    "severity": {"S102": "note"},
    "fail-on": "warning",
    "plugins": ["plugins", "/usr/share/x"],
    "accepted": "quality/accepted.yaml",
}


def test_every_key_has_its_field() -> None:
    read = configured(FULL, Path("project/dcsgen.toml"))
    assert read.choice == Choice(Profile.STRICT, ("S1",), ("S101",), {"S102": Severity.NOTE})
    assert read.fail_on is Severity.WARNING
    assert read.plugins == (Path("project/plugins"), Path("/usr/share/x"))
    assert read.accepted == Path("project/quality/accepted.yaml")
    assert read.file == Path("project/dcsgen.toml")


def test_without_keys_the_defaults_hold() -> None:
    read = configured({}, Path("dcsgen.toml"))
    assert (read.choice, read.fail_on, read.plugins, read.accepted) == (
        DEFAULT.choice,
        Severity.ERROR,
        (),
        None,
    )


def test_the_command_line_beats_it() -> None:
    read = configured(FULL, Path("dcsgen.toml"))
    assert overruled(read) == read
    other = overruled(read, profile=Profile.DRAFT, fail_on=Severity.NOTE, accepted=Path("a.yaml"))
    assert other.choice.profile is Profile.DRAFT
    assert (other.fail_on, other.accepted) == (Severity.NOTE, Path("a.yaml"))
    assert other.choice.select == ("S1",)


def test_to_select_is_to_choose_anew_and_to_ignore_takes_away_more() -> None:
    read = configured(FULL, Path("dcsgen.toml"))
    selected = overruled(read, select=["S101"]).choice
    assert (selected.select, selected.ignore) == (("S101",), ())
    ignored = overruled(read, ignore=["S103"]).choice
    assert (ignored.select, ignored.ignore) == (("S1",), ("S101", "S103"))
    both = overruled(read, select=["S2"], ignore=["S201"]).choice
    assert (both.select, both.ignore) == (("S2",), ("S201",))
