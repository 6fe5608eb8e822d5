"""Views of the HTTP status codes of web services (PS3.2 N.7.3.3)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dcsgen.base.standard.http_statuses import NAMES
from dcsgen.model import WebStatus
from dcsgen.render.language import N_, Words

_STATUS_CLASSES = Words(
    {
        "1": N_("Informational"),
        "2": N_("Success"),
        "3": N_("Redirection"),
        "4": N_("Client Error"),
        "5": N_("Server Error"),
    }
)


class WebStatusRow(Struct, frozen=True):
    """An HTTP status code with its name; `text` is its condition and what is done then, which also stand apart.

    `status` is the class of the code as Tables N.7-88 and N.7-89 call it.
    """

    code: str
    name: str
    text: str
    status: str
    condition: str
    behaviour: str


def statuses(statuses: Mapping[str, WebStatus]) -> tuple[WebStatusRow, ...]:
    """The rows of status codes, by code."""
    return tuple(
        WebStatusRow(
            code,
            NAMES.get(code, ""),
            " ".join(text for text in (status.condition, status.behaviour) if text),
            _STATUS_CLASSES[code[0]],
            status.condition,
            status.behaviour,
        )
        for code, status in sorted(statuses.items())
    )
