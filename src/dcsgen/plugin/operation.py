"""DIMSE-N operations as match rules look at them: who sends what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.content_words import Operation
from dcsgen.base.place import Path
from dcsgen.model import ServiceOperation
from dcsgen.model.operated import FROM_PROVIDER, counterparts, operations_of
from dcsgen.plugin.match_rule import Meeting, Party

_READ = FROM_PROVIDER | {Operation.N_GET}


class Operated(NamedTuple):
    """An operation that a party states, and where."""

    party: Party
    path: Path
    operation: ServiceOperation

    @property
    def name(self) -> str:
        """What it is called: the DIMSE service with its type, and the SOP Class if the service has several."""
        one = self.operation
        kind = f" {one.type_id}" if one.type_id is not None else ""
        title = f" ({one.type_name})" if one.type_name else ""
        of = f" of {one.sop_class.name}" if one.sop_class is not None else ""
        return f"{one.operation}{kind}{title}{of}"

    def at(self, attribute: str, *inside: str) -> Path:
        """Where an Attribute of it is stated, or would be; a field of it if one is named."""
        return (*self.path, "attributes", attribute, *inside)


class Exchange(NamedTuple):
    """Attributes that go from one side to the other one, with an operation that both sides state.

    With N-GET and N-EVENT-REPORT the provider sends them, with all others the user does.
    """

    sent: Operated
    taken: Operated


def operated(meeting: Meeting, party: Party) -> Iterator[Operated]:
    """The operations of a party that belong to the SOP Class."""
    for key, operation in operations_of(party.service, meeting.key):
        yield Operated(party, (*party.path, "operations", key), operation)


def exchanges(meeting: Meeting) -> Iterator[Exchange]:
    """All operations that both sides state; of several that one could be answered by, the one that is most like it."""
    user, provider = meeting.user, meeting.provider
    for invoker, performer in ((user, provider), (provider, user)):
        for one in operated(meeting, invoker):
            from_provider = one.operation.operation in FROM_PROVIDER
            if from_provider is not (invoker is provider):
                continue
            found = counterparts(one.operation, performer.service, meeting.key)
            if not found:
                continue
            key, other = max(found, key=lambda pair: _likeness(one.operation, pair[1]))
            there = Operated(performer, (*performer.path, "operations", key), other)
            reads = one.operation.operation in _READ
            yield Exchange(*((one, there) if reads is from_provider else (there, one)))


def _likeness(one: ServiceOperation, other: ServiceOperation) -> tuple[bool, int]:
    return one.type_id == other.type_id, len(one.attributes.keys() & other.attributes.keys())
