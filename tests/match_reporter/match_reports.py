"""The forms of reports about matches, for their tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import structs

from dcsgen import api
from dcsgen.base.interaction import Outcome, Side
from dcsgen.builtin import collected
from dcsgen.plugin import Match, MatchReporter

ROOT = Path(__file__).parents[2]
FORMS: dict[str, MatchReporter] = {form.name: form for form in collected("match_reporter", "REPORTER")}


def text_in(name: str, match: Match) -> str:
    """What a form that is text says."""
    written = FORMS[name].write(match, False)
    assert isinstance(written, str)
    return written


def bytes_in(name: str, match: Match) -> bytes:
    """What a form that is a file of its own says."""
    written = FORMS[name].write(match, False)
    assert isinstance(written, bytes)
    return written


@cache
def planning() -> Match:
    """The planning system and the treatment system of the examples."""
    return _of_examples("planning", "xyz")


@cache
def acquisition() -> Match:
    """The modality and the archive of the examples."""
    return _of_examples("modality", "archive")


def _of_examples(*names: str) -> Match:
    host = api.open_host(folders=[ROOT / "plugins"])
    a, b = (api.load(ROOT / "examples" / name / f"{name}.yaml", host) for name in names)
    return api.match(a, b, host)


def nothing(match: Match) -> Match:
    """Two products that have nothing in common."""
    return structs.replace(match, interactions=(), unmet=(), workflows=(), rules=(), trouble=())


def turned(match: Match, outcome: Outcome) -> Match:
    """A match in which everything has an outcome, without reasons."""
    interactions = tuple(structs.replace(one, outcome=outcome, reasons=()) for one in match.interactions)
    return structs.replace(match, interactions=interactions, workflows=(), unmet=())


def large(entities: int, groups: int) -> Match:
    """A match with many Application Entities on both sides and many lines between them."""
    from matched import interaction, small

    outcomes = list(Outcome)
    made = [
        interaction(
            f"Positron Emission Tomography Image Storage number {at} of a rather long name",
            outcome=outcomes[at % 4],
            user=Side.A if at % 3 else Side.B,
            entities=(f"SENDING_ENTITY_{at % entities}", f"RECEIVING_{at * 7 % entities}"),
            service_class=f"Service {at}",
        )
        for at in range(groups)
    ]
    return structs.replace(small(), interactions=tuple(made), workflows=(), unmet=())
