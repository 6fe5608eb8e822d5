"""What a query asks for and what a provider of queries supports, key by key and level by level (PS3.4 C.2.2, C.4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dcsgen.base.content_words import Display, MatchingType, QuerySource
from dcsgen.base.standard import elements, service_attributes
from dcsgen.base.standard.service_classes import query_model, service_of
from dcsgen.model.service import Service
from dcsgen.model.service_attributes import QueryKey

NO_KEYS = frozenset({"SpecificCharacterSet", "QueryRetrieveLevel", "RetrieveAETitle"})
"""Attributes that say how an Identifier is to be read, and what each answer has to have (PS3.4 C.4.1.1.3)."""

REQUIRED = frozenset({"U", "R"})
"""Unique and Required Keys: what every provider has to match (PS3.4 C.2.2.1.1, C.2.2.1.2)."""

_MATCHES = frozenset(MatchingType) - {MatchingType.UNIVERSAL}
_ROOTS = {"Study Root": {"PATIENT": "STUDY"}}


class Asked(NamedTuple):
    """A key that a query has. `level` is that of the Information Model, empty where it has none or none is known.

    `kind` is that of PS3.4: `U`, `R`, `O`, empty if PS3.4 or the facts have none.
    """

    path: str
    level: str
    kind: str
    key: QueryKey

    @property
    def name(self) -> str:
        """What the key is called, those in a Sequence with it."""
        return elements.name_of_path(self.path)

    @property
    def matching(self) -> frozenset[MatchingType]:
        """The types of matching that its values ask for, but for Universal Matching; none if it is sent empty."""
        if self.key.matching:
            return frozenset(self.key.matching) - {MatchingType.UNIVERSAL}
        filled = bool(self.key.value) or any(source is not QuerySource.EMPTY for source in self.key.source)
        return frozenset({MatchingType.SINGLE_VALUE}) if filled else frozenset()

    @property
    def always(self) -> bool:
        """Whether each query has a value for it."""
        empty = MatchingType.UNIVERSAL in self.key.matching or QuerySource.EMPTY in self.key.source
        return bool(self.matching) and not empty

    @property
    def wanted(self) -> bool:
        """Whether the product does something with the value that comes back."""
        shown = self.key.display in (Display.SHOWN, Display.CONFIGURED)
        return self.key.returned is True or shown or bool(self.key.copied_into)


class Supported(NamedTuple):
    """What a provider says about a key that is asked for.

    `path` is that of the entry which says it: the key itself, or the Sequence that it is in; empty if there is none.
    `matching` are the types of matching without the universal one, None if they are not stated; `returned` likewise.
    `level` is another level at which it lists the key; a description has a key at one level only, so that it may
    support it at others too.
    """

    path: str = ""
    matching: frozenset[MatchingType] | None = frozenset()
    returned: bool | None = False
    level: str = ""

    @property
    def listed(self) -> bool:
        """Whether it is among the keys that the provider has."""
        return bool(self.path) and not self.level


def queries(sop_class_uid: str) -> bool:
    """Whether a SOP Class has the DIMSE service C-FIND."""
    use = service_of(sop_class_uid)
    return use is not None and "C-FIND" in use.dimse


def asked(service: Service, sop_class_uid: str) -> Iterator[Asked]:
    """The keys of a query, without Sequences that are implied and without those of other Information Models."""
    levels = _levels(sop_class_uid)
    for path, key in service.keys.items():
        if key.implied or path in NO_KEYS:
            continue
        level = _level(sop_class_uid, path, key)
        if not levels or not level or level in levels:
            yield Asked(path, level, _kind(sop_class_uid, path, level), key)


def levels_of(service: Service, sop_class_uid: str) -> tuple[str, ...]:
    """The levels at which a service has keys, from the top; none for models without levels."""
    there = {_level(sop_class_uid, path, key) for path, key in service.keys.items() if path not in NO_KEYS}
    return tuple(level for level in _levels(sop_class_uid) if level in there)


def support(service: Service, sop_class_uid: str, one: Asked) -> Supported:
    """What a provider that states its keys says about one that is asked for."""
    for path in _upwards(one.path):
        key = service.keys.get(path)
        if key is None:
            continue
        level = _level(sop_class_uid, path, key)
        elsewhere = level if one.level and level and level != one.level else ""
        if path == one.path:
            return Supported(path, _matching(service, path, key), _returned(service, path, key), elsewhere)
        # Where the provider lists what is in a Sequence, the rest is not there; where it does not, nobody knows.
        if key.implied or any(other.startswith(f"{path}.") for other in service.keys):
            return Supported()
        matching = frozenset(key.matching) & _MATCHES
        return Supported(path, None if matching or not key.matching else frozenset(), key.returned, elsewhere)
    return Supported()


def covers(supported: frozenset[MatchingType], wanted: MatchingType) -> bool:
    """Whether types of matching include another one: who matches wildcards, ranges or lists takes single values too."""
    if wanted is MatchingType.SINGLE_VALUE:
        return bool(supported)
    return wanted in supported


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition(".")[0]


def _matching(service: Service, path: str, key: QueryKey) -> frozenset[MatchingType] | None:
    if key.matching:
        return frozenset(key.matching) & _MATCHES
    inside = [other for below, other in service.keys.items() if below.startswith(f"{path}.")]
    if not inside:
        return None
    found = [frozenset(other.matching) & _MATCHES for other in inside if other.matching]
    if any(found):
        return frozenset({MatchingType.SEQUENCE})
    return frozenset() if len(found) == len(inside) else None


def _returned(service: Service, path: str, key: QueryKey) -> bool | None:
    if not key.implied:
        return key.returned
    inside = [other.returned for below, other in service.keys.items() if below.startswith(f"{path}.")]
    return True if True in inside else None if None in inside else False


def _levels(sop_class_uid: str) -> tuple[str, ...]:
    model = query_model(sop_class_uid)
    return model.levels if model is not None else ()


def _level(sop_class_uid: str, path: str, key: QueryKey) -> str:
    """The level of a key in the model: where PS3.4 has it at one only, there; else as stated."""
    known = {row.level for row in _rows(sop_class_uid).get(path, ()) if row.level}
    if len(known) == 1:
        return known.pop()
    stated = str(key.level) if key.level is not None else ""
    model = query_model(sop_class_uid)
    return _ROOTS.get(model.model, {}).get(stated, stated) if model is not None and model.levels else ""


def _kind(sop_class_uid: str, path: str, level: str) -> str:
    for row in _rows(sop_class_uid).get(path, ()):
        if not level or row.level in ("", level):
            return row.columns.get("key") or row.columns.get("matching key", "")
    return ""


@cache
def _rows(sop_class_uid: str) -> dict[str, list[service_attributes.ServiceAttribute]]:
    """What PS3.4 says about the keys of a SOP Class, by path, once for each level."""
    service = service_attributes.service_of(sop_class_uid)
    found: dict[str, list[service_attributes.ServiceAttribute]] = {}
    for row in service_attributes.attributes_of(service) if service else ():
        found.setdefault(".".join(row.path), []).append(row)
    return found
