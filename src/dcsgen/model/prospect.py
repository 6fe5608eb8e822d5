"""What becomes of what one product uses with what another provides: the ways that they have in common, or why none."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from dcsgen.base.interaction import Means, Outcome, worst
from dcsgen.base.place import Path
from dcsgen.base.text import listed
from dcsgen.model.ability import (
    BY_PROVIDER,
    BY_USER,
    PROFILE,
    REQUEST,
    RESOURCE,
    RESPONSE,
    Abilities,
    Ability,
    Leg,
)


class Prospect(Struct, frozen=True, kw_only=True):
    """What became of one thing that a product uses, and another may provide.

    `key` is the UID or identifier, `agreed` are the names of common ways, in the order of the user. `reason` is a
    sentence, empty if it works without loss. Paths are of both descriptions.
    """

    key: str
    means: Means
    group: str
    name: str
    outcome: Outcome
    agreed: tuple[str, ...] = ()
    reason: str = ""
    user_paths: tuple[Path, ...] = ()
    provider_paths: tuple[Path, ...] = ()


def prospects(user: Abilities, provider: Abilities) -> Iterator[Prospect]:
    """What becomes of all that one product uses, in the order of its description."""
    names = {**provider.names, **user.names}
    for key, used in user.uses.items():
        yield prospect(key, used, provider.provides.get(used.provided_as or key), names)


def prospect(key: str, used: Ability, provided: Ability | None, names: dict[str, str]) -> Prospect:
    """What becomes of one thing; the outcome is that of its worst leg. `names` are those of Transfer Syntaxes."""
    agreed: tuple[str, ...] = ()
    outcome, reason = Outcome.FAILS, _LACKING[used.means]
    if provided is not None:
        legs = [_leg(one, other, names) for one, other in zip(used.legs, provided.legs, strict=True)]
        outcome = worst(each for each, _, _ in legs)
        reason = " ".join(why for each, _, why in legs if each is outcome and why)
        agreed = tuple(dict.fromkeys(way for _, ways, _ in legs for way in ways if way))
    return Prospect(
        key=key,
        means=used.means,
        group=used.group,
        name=used.name,
        outcome=outcome,
        agreed=agreed if outcome is Outcome.WORKS else (),
        reason=reason,
        user_paths=used.paths,
        provider_paths=provided.paths if provided is not None else (),
    )


_LACKING = {
    Means.NETWORK: "The other product is no SCP of it.",
    Means.WEB: "The other product is no origin server of it.",
    Means.MEDIA: "The other product does not read it.",
}

_WORDS = {
    BY_USER: ("Transfer Syntax", "Transfer Syntaxes"),
    BY_PROVIDER: ("Transfer Syntax", "Transfer Syntaxes"),
    RESOURCE: ("resource", "resources"),
    REQUEST: (REQUEST, "media types of the request"),
    RESPONSE: (RESPONSE, "media types of the response"),
    PROFILE: (PROFILE, "Application Profiles"),
}
"""What the ways of a family are called."""


def _leg(one: Leg, other: Leg, names: dict[str, str]) -> tuple[Outcome, tuple[str, ...], str]:
    """The outcome for a leg, the names of its common ways, and why it does not work."""
    common = [name for family, its in one.ways.items() for name in its if name in other.ways.get(family, ())]
    if common:
        return Outcome.WORKS, tuple(names.get(name, name) for name in common), ""
    unstated = [*(set(one.unstated) & other.families), *(set(other.unstated) & one.families)]
    if unstated:
        sides = (("the user", one), ("the provider", other))
        who = listed([side for side, leg in sides if set(leg.unstated) & set(unstated)], "and")
        all_of = "all " if any(leg.ways.get(unstated[0], ("",)) != ("",) for _, leg in sides if leg.unstated) else ""
        return Outcome.CANNOT_TELL, (), f"The {_WORDS[unstated[0]][1]} of {who} are not {all_of}stated."
    shared = one.families & other.families
    if not shared:
        return Outcome.FAILS, (), _never_opened(one)
    (word, words), *_ = (_WORDS[family] for family in shared)
    ours, theirs = (_named(leg, shared, names) for leg in (one, other))
    return Outcome.FAILS, (), f"No common {word}: the {words} of the user are {ours}; those of the provider {theirs}."


def _never_opened(user: Leg) -> str:
    if user.families == {BY_USER}:
        return "Each side opens the Association itself; neither waits for the other."
    return "Each side waits for the other to open the Association."


def _named(leg: Leg, families: frozenset[str], names: dict[str, str]) -> str:
    found = (name for family, its in leg.ways.items() if family in families for name in its)
    return ", ".join(dict.fromkeys(names.get(name, name) or "none" for name in found))
