"""Questions to vendors: what a description does not state, or what a match of two products lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dcsgen.api.building import known_layout
from dcsgen.api.comparing import Side as Read
from dcsgen.api.loading import Loaded, without_errors
from dcsgen.api.matching import match
from dcsgen.ask import Wanted, questions_about
from dcsgen.base.interaction import Interaction, Outcome, Reason, Side
from dcsgen.base.place import Path
from dcsgen.base.question import Questionnaire
from dcsgen.host import Host
from dcsgen.model import Capability
from dcsgen.plugin.match_reporter import Match
from dcsgen.version import __version__

MOST = 3
"""Interactions that are named as reasons of one question."""


def questionnaire(
    a: Read, b: Read | None, host: Host, *, layout: str = "", side: Side | None = None, drafts: Iterable[Side] = ()
) -> Questionnaire:
    """The questions to the vendors of one product or of two, the most valuable first.

    With one, they are about what a layout asks for (that of the description, unless one is named) and the description
    does not state. With two, about the facts without which `match` cannot tell what works, or tells less. With a
    `side`, only its vendor is asked. Raises `UsageError` for a layout that there is not, `UnreadableInputError` for a
    description with errors.
    """
    sides = {Side.A: capability_of_read(a)}
    if b is None:
        wanted = list(_unstated(sides[Side.A], host, layout))
    else:
        sides[Side.B] = capability_of_read(b)
        wanted = list(_undecided(match(a, b, host, drafts=drafts)))
    return Questionnaire(
        tool="dcsgen",
        version=__version__,
        products={one: _named(each) for one, each in sides.items() if side in (None, one)},
        questions=questions_about((one for one in wanted if side in (None, one.side)), sides),
    )


def capability_of_read(read: Read) -> Capability:
    """The Capability of a description that was read; raises `UnreadableInputError` if it has errors."""
    if isinstance(read, Loaded):
        return without_errors(read, read.tree.sources[0].name if read.tree.sources else "the description")
    return read


def _named(capability: Capability) -> str:
    return f"{capability.product.name} {capability.product.version}"


def _unstated(capability: Capability, host: Host, layout: str) -> Iterator[Wanted]:
    from dcsgen.render import statement

    outline = known_layout(layout or capability.document.layout, host)
    for section in statement.graded(capability, outline).sections:
        for path in section.paths:
            yield Wanted(Side.A, path, why=(f"Section {section.number} {section.title} asks for it.",))


def _undecided(found: Match) -> Iterator[Wanted]:
    """What reasons of a match lack, with the interactions that hang on it."""
    hanging: dict[tuple[Side, Path], list[tuple[Interaction, Reason, str]]] = {}
    for one in found.interactions:
        for reason in one.reasons:
            for fact in reason.missing:
                hanging.setdefault((fact.side, fact.path), []).append((one, reason, fact.what))
    for (side, path), cases in hanging.items():
        # It decides where nothing worse is known, and other reasons may leave the same thing open.
        decided = {
            id(one): one
            for one, reason, _ in cases
            if one.outcome is Outcome.CANNOT_TELL and reason.outcome is Outcome.CANNOT_TELL
        }
        yield Wanted(side, path, cases[0][2], tuple(_why(cases, decided)), len(decided))


def _why(cases: list[tuple[Interaction, Reason, str]], decided: Mapping[int, Interaction]) -> Iterator[str]:
    others = {id(one): one for one, _, _ in cases if id(one) not in decided}
    for said, found in (("It cannot be told whether this works", decided), ("It would say more about this", others)):
        what = [f"{one.name} from {one.user.product} to {one.provider.product}" for one in found.values()]
        if what:
            more = f" and {len(what) - MOST} more" if len(what) > MOST else ""
            yield f"{said}: {'; '.join(dict.fromkeys(what[:MOST]))}{more}."
    for message in list(dict.fromkeys(reason.message for _, reason, _ in cases))[:MOST]:
        yield f"{message[0].upper()}{message[1:]}."
