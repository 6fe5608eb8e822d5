"""What a plug-in's tests need: rules tried on small descriptions that are written down in YAML.

A file of cases belongs to one rule; each description holds only what matters to it:

    rule: acme/S1
    pass:
      - name: an AE Title in capitals
        description: {configuration: {local: {STORE: {ae_title: ACME_STORE}}}}
    fail:
      - name: an AE Title in small letters
        description: {configuration: {local: {STORE: {ae_title: acme}}}}
        at: configuration.local.STORE.ae_title
        message: in capitals

With pytest:

    @pytest.mark.parametrize("case", cases(Path("cases.yaml")), ids=str)
    def test_rule(case):
        run_case(RULE, case, api.capability_of)

A change rule has a folder with two such descriptions, `old.yaml` and `new.yaml`, between which it speaks:

    old, new = pair(Path("pairs/store-dropped"))
    difference = api.diff(api.capability_of(old), api.capability_of(new), host)
    assert RULE.code in codes(difference)

A match rule has a file of cases with two products, `a` who uses and `b` who provides; what stands at the top is in all
cases, unless a case has null for it. A case without `says` is one in which the rule is silent:

    rule: acme/M1
    a: {application_entities: {SEND: {function: It sends.}}}
    b: {application_entities: {KEEP: {function: It keeps.}}}
    cases:
      - name: no Transfer Syntax in common
        a: {services: {...}}
        b: {services: {...}}
        says:
          - {outcome: fails, message: proposes}

    @pytest.mark.parametrize("case", match_cases(Path("cases.yaml")), ids=str)
    def test_match_rule(case):
        run_match_case(RULE, case, api.reasons_of)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from dcsgen.base.finding import Problem, dotted
from dcsgen.base.interaction import Loss, Outcome, Reason
from dcsgen.model import Capability
from dcsgen.plugin.change_rule import Difference, Judged
from dcsgen.plugin.match_rule import MatchRule
from dcsgen.plugin.rule import LintRule, Written

Description = dict[str, Any]
"""A description as plain data: what its YAML file says."""


class Case(Struct, frozen=True, kw_only=True):
    """A description, and where a rule finds problems in it.

    `description` is whole, the minimal one included. `at` are the dotted paths of all problems, sorted; none
    if the case is to pass. `message` is part of the message of each.
    """

    rule: str
    name: str
    description: Description
    at: tuple[str, ...] = ()
    message: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"


class _Pass(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    description: Description


class _Fail(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    description: Description
    at: str | tuple[str, ...]
    message: str = ""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    rule: str
    passing: tuple[_Pass, ...] = field(name="pass")
    failing: tuple[_Fail, ...] = field(name="fail")


def minimal_description(**over: Any) -> Description:
    """A description that says only what must be said, with `over` merged into it.

    Mappings are merged key by key, anything else replaces what was there: `minimal_description(product={"name":
    "PLANNER"})` keeps the vendor.
    """
    minimal = {
        "dcsgen": 1,
        "product": {"name": "PRODUCT", "vendor": "Company", "version": "1.0"},
        "document": {"identifier": "DCS-1", "revision": "1", "date": "2024-01-31"},
    }
    return _merged(minimal, over)


def cases(file: Path) -> list[Case]:
    """The cases of a YAML file in the form above, those that pass first; `at` may also be a list of paths.

    Raises ValueError that names the file if it has another form, or if it lacks cases of one sort: a rule that
    is never seen to find something, or to be content, is not tested.
    """
    import yaml

    try:
        read = msgspec.convert(yaml.load(file.read_text(encoding="utf-8"), _loader()), _File)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise ValueError(f"{file.name} is no file of rule cases: {error}") from error
    if not read.passing or not read.failing:
        raise ValueError(f"{file.name} needs a case that passes and one that fails")
    passing = [
        Case(rule=read.rule, name=case.name, description=minimal_description(**case.description))
        for case in read.passing
    ]
    return passing + [_failing(read.rule, case, file) for case in read.failing]


def pair(folder: Path) -> tuple[Description, Description]:
    """The descriptions in `old.yaml` and `new.yaml` of a folder, whole.

    Raises ValueError that names the file if one is not a mapping in YAML.
    """
    return _description(folder / "old.yaml"), _description(folder / "new.yaml")


def codes(difference: Difference) -> list[str]:
    """The codes of all rules that speak in a difference, in the order of the changes; echoes follow their cause."""

    def spoken(judged: Judged) -> list[str]:
        return [*(one.code for one in judged.judgements), *(code for echo in judged.echoes for code in spoken(echo))]

    return [code for change in difference.changes for code in spoken(change)]


def run_case(rule: LintRule, case: Case, load: Callable[[Description], Capability]) -> None:
    """Runs a rule over the description of a case; AssertionError tells what it found instead of what it should.

    `load` makes a Capability from the description, e.g. `dcsgen.api.capability_of`; what it raises is passed on.
    """
    assert rule.kind.code == case.rule, f"the case is for {case.rule}, the rule is {rule.kind.code}"
    # A rule may look at one of the two or at both; what it does not look at has no problems.
    problems = [*rule.find(load(case.description)), *rule.find_written(Written(case.description))]
    foreign = [problem.kind.code for problem in problems if problem.kind != rule.kind]
    assert not foreign, f"{case}: the rule finds problems of another kind: {foreign}"
    found = tuple(sorted(dotted(problem.path) for problem in problems))
    assert found == case.at, f"{case}: expected {_places(case.at)}, found {_told(problems)}"
    for problem in problems:
        assert case.message in problem.message, f'{case}: "{case.message}" is not in "{problem.message}"'


def _description(file: Path) -> Description:
    import yaml

    try:
        read = yaml.load(file.read_text(encoding="utf-8"), _loader())
    except yaml.YAMLError as error:
        raise ValueError(f"{file} is no YAML: {error}") from error
    if not isinstance(read, dict):
        raise ValueError(f"{file} is no description")
    return minimal_description(**read)


def _failing(rule: str, case: _Fail, file: Path) -> Case:
    at = (case.at,) if isinstance(case.at, str) else tuple(sorted(case.at))
    if not at:
        raise ValueError(f'{file.name}: the case "{case.name}" is to fail, but names no place')
    return Case(
        rule=rule,
        name=case.name,
        description=minimal_description(**case.description),
        at=at,
        message=case.message,
    )


def _merged(under: Description, over: Description) -> Description:
    """A description over another one; a null takes out what is below it, as in a description that extends another."""
    both = dict(under)
    for key, value in over.items():
        below = both.get(key)
        both[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return {key: value for key, value in both.items() if value is not None or key not in under}


def _places(paths: tuple[str, ...]) -> str:
    return "a problem at " + ", ".join(paths) if paths else "no problem"


def _told(problems: list[Problem]) -> str:
    return "; ".join(f"{dotted(problem.path)}: {problem.message}" for problem in problems) or "none"


@cache
def _loader() -> Any:
    """A YAML loader that takes unquoted text as descriptions do: tags, versions and `NO` stay text."""
    import yaml

    class Loader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    digits = [*"-0123456789"]
    for tag, pattern, first in (
        ("bool", "true|false", ["t", "f"]),
        ("null", "null|~|", ["n", "~", ""]),
        ("int", "0|-?[1-9][0-9]{0,17}", digits),
        ("float", r"-?(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])", digits),
    ):
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
    return Loader


class Expected(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a match rule says: the outcome, and what is to be told; an empty field is not looked at.

    `message` is part of the sentence. `missing` is the dotted path of what is not stated, with its side in front:
    `b.services.keep.transfer_syntaxes`.
    """

    outcome: Outcome
    message: str = ""
    subject: str = ""
    loss: Loss | None = None
    condition: str = ""
    missing: str = ""


class MatchCase(Struct, frozen=True, kw_only=True):
    """Two descriptions, whole, and what a match rule says of all their interactions together, in any order."""

    rule: str
    name: str
    a: Description
    b: Description
    says: tuple[Expected, ...] = ()

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"


class _Meeting(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    a: Description = {}
    b: Description = {}
    says: tuple[Expected, ...] = ()


class _Meetings(Struct, frozen=True, forbid_unknown_fields=True):
    rule: str
    cases: tuple[_Meeting, ...]
    a: Description = {}
    b: Description = {}


def match_cases(file: Path) -> list[MatchCase]:
    """The cases of a match rule in a YAML file in the form above.

    Raises ValueError that names the file if it has another form, or if the rule is never seen to speak, or never
    silent.
    """
    import yaml

    try:
        read = msgspec.convert(yaml.load(file.read_text(encoding="utf-8"), _loader()), _Meetings)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise ValueError(f"{file.name} is no file of cases of a match rule: {error}") from error
    if all(case.says for case in read.cases) or not any(case.says for case in read.cases):
        raise ValueError(f"{file.name} needs a case in which the rule speaks and one in which it is silent")
    a, b = (minimal_description(product={"name": name}) for name in "AB")
    return [
        MatchCase(
            rule=read.rule,
            name=case.name,
            a=_merged(a, _merged(read.a, case.a)),
            b=_merged(b, _merged(read.b, case.b)),
            says=case.says,
        )
        for case in read.cases
    ]


def run_match_case(
    rule: MatchRule, case: MatchCase, reasons_of: Callable[[MatchRule, Description, Description], tuple[Reason, ...]]
) -> None:
    """Raises AssertionError if the rule says something else than the case wants; `reasons_of` is that of `api`."""
    said = list(reasons_of(rule, case.a, case.b))
    for expected in case.says:
        found = next((reason for reason in said if _as_expected(reason, expected)), None)
        assert found is not None, f"{case}: nobody says {expected}, but {said}"
        said.remove(found)
    assert not said, f"{case}: it says more: {said}"


def _as_expected(reason: Reason, expected: Expected) -> bool:
    missing = [f"{one.side}.{dotted(one.path)}" for one in reason.missing]
    return (
        reason.outcome is expected.outcome
        and expected.message in reason.message
        and expected.subject in ("", reason.subject)
        and expected.loss in (None, reason.loss)
        and expected.condition in reason.condition
        and (not expected.missing or expected.missing in missing)
    )
