"""Parameters of Associations, and which of them all Application Entities share (PS3.2 Tables N.7-1 and N.7-2)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dcsgen.base.content_words import Setting
from dcsgen.render.language import _
from dcsgen.render.views.entities import AeView, FactRow
from dcsgen.render.views.settings import SettingsView


def with_parameters(entities: Sequence[AeView], settings: SettingsView) -> tuple[AeView, ...]:
    """The Application Entities with their parameters, and with those that are not shared; none without Associations."""
    complete = [replace(ae, parameters=_parameters(ae, settings) if ae.associates else ()) for ae in entities]
    shared = shared_parameters(complete)
    return tuple(
        replace(ae, own_parameters=tuple(row for row in ae.parameters if row not in shared)) for ae in complete
    )


def shared_parameters(entities: Sequence[AeView]) -> tuple[FactRow, ...]:
    """The parameters that several Application Entities have, all of them with the same value."""
    associating = [ae for ae in entities if ae.associates]
    if len(associating) < 2:
        return ()
    first, *others = associating
    return tuple(row for row in first.parameters if all(row in ae.parameters for ae in others))


def _parameters(ae: AeView, settings: SettingsView) -> tuple[FactRow, ...]:
    """All parameters of the Associations of an Application Entity, in the order of Table N.7-1."""
    limits = (
        (_("Maximum number of simultaneous Associations as initiator"), ae.max_as_initiator),
        (_("Maximum number of simultaneous Associations as acceptor"), ae.max_as_acceptor),
    )
    return (
        *ae.general[:1],
        *ae.identification,
        *ae.general[1:],
        *_timeouts(ae.name, settings),
        *(FactRow(name, value) for name, value in limits if value),
        *ae.asynchronous,
    )


def _timeouts(owner: str, settings: SettingsView) -> tuple[FactRow, ...]:
    """The ARTIM time-out of an Application Entity, or the general one."""
    rows = [
        row
        for group in settings.parameters
        if group.owner in ("", owner)
        for row in group.rows
        if row.parameter.stands_for is Setting.ARTIM_TIMEOUT and row.default
    ]
    return (FactRow(_("ARTIM Timeout"), rows[-1].default),) if rows else ()
