"""What two Application Entities come to on an Association, whatever it is for."""

from __future__ import annotations

from dcsgen.base.interaction import Association
from dcsgen.model.application_entity import AsynchronousWindow
from dcsgen.plugin.match_rule import Meeting

UNLIMITED = 0
"""Operations that are outstanding, or bytes of a PDU, without limit (PS3.7 D.3.3.3, PS3.8 D.1)."""


def associated(meeting: Meeting) -> Association | None:
    """The terms of the Association of a meeting; None if there is none."""
    initiator, acceptor = meeting.initiator, meeting.acceptor
    if initiator is None or acceptor is None:
        return None
    opens, accepts = initiator.entity.association, acceptor.entity.association
    address = acceptor.address
    sizes = ((party.side, party.entity.association.max_pdu_received) for party in (initiator, acceptor))
    return Association(
        initiator=initiator.side,
        calling=initiator.address.ae_title if initiator.address else "",
        called=address.ae_title if address else "",
        port=address.port if address else None,
        tls_port=address.tls_port if address else None,
        max_pdu={side: size for side, size in sizes if size is not None},
        window=_window(opens.asynchronous_window, accepts.asynchronous_window),
        opened=opens.as_initiator.max_associations if opens.as_initiator else None,
        accepted=accepts.as_acceptor.max_associations if accepts.as_acceptor else None,
    )


def _window(proposed: AsynchronousWindow | None, accepted: AsynchronousWindow | None) -> tuple[int, int] | None:
    """What the initiator may invoke and perform: each side can lower what the other one wants (PS3.7 D.3.3.3)."""
    if proposed is None or accepted is None:
        return None
    return _least(proposed.invoked, accepted.performed), _least(proposed.performed, accepted.invoked)


def _least(one: int, other: int) -> int:
    limits = [limit for limit in (one, other) if limit != UNLIMITED]
    return min(limits, default=UNLIMITED)
