"""Views of status tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dcsgen.model import Capability, Service, Status
from dcsgen.render.language import _
from dcsgen.render.outline import anchor
from dcsgen.render.views import phrases, wording
from dcsgen.render.views.service_tables import is_move


class StatusRow(Struct, frozen=True):
    """One code."""

    code: str
    status_class: str
    meaning: str
    further_meaning: str
    condition: str
    behaviour: str
    related_fields: tuple[str, ...]
    action: str


class StatusTableView(Struct, frozen=True):
    """A table of status codes.

    `kind` is that of the table: `statuses_scu` if it says what is done with the codes, `statuses_move_scu` with those
    of C-MOVE alone, `statuses_scp` if it says when they are sent, `statuses_both` if it says both.
    """

    id: str
    title: str
    service: str
    description: str
    rows: tuple[StatusRow, ...]
    kind: str


def status_tables(capability: Capability) -> tuple[StatusTableView, ...]:
    """The shared tables, in the order of the description."""
    return tuple(
        _table(name, table.title, table.service, table.description, table.statuses)
        for name, table in capability.status_tables.items()
    )


def own_statuses(key: str, service: Service) -> StatusTableView | None:
    """The codes of one service alone; None if it has none."""
    if not service.statuses:
        return None
    made = _table(
        f"{key}-own",
        _("Status codes of %(service)s", service=wording.service_title(key, service)),
        "",
        "",
        service.statuses,
    )
    return replace(made, kind="statuses_move_scu") if made.kind == "statuses_scu" and is_move(service) else made


def shared_statuses(service: Service, capability: Capability) -> str:
    """The anchor of the section with the shared table that a service refers to; empty if it refers to none."""
    return status_section(service.status_table) if service.status_table in capability.status_tables else ""


def status_section(table: str) -> str:
    """The anchor of the section with a table of status codes."""
    return f"status-table-{anchor(table)}"


def _table(id: str, title: str, service: str, description: str, statuses: Mapping[str, Status]) -> StatusTableView:
    rows = tuple(_row(code, status) for code, status in statuses.items())
    return StatusTableView(
        id=id,
        title=title,
        service=service,
        description=description,
        rows=rows,
        kind=_kind(rows),
    )


def _kind(rows: Sequence[StatusRow]) -> str:
    if any(row.behaviour for row in rows):
        return "statuses_both" if any(row.condition for row in rows) else "statuses_scu"
    return "statuses_scp"


def _row(code: str, status: Status) -> StatusRow:
    return StatusRow(
        code=_("any other") if code == "other" else code,
        status_class=phrases.STATUS_CLASSES[status.class_],
        meaning=status.meaning,
        further_meaning=status.further_meaning,
        condition=status.condition,
        behaviour=status.behaviour,
        related_fields=tuple(f"{field.name} {field.tag}" for field in status.related_fields),
        action=status.action,
    )
