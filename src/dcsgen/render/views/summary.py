"""What a summary for a tender has in a line: Transfer Syntaxes and limits, from all kinds of services."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.model import Capability
from dcsgen.render.views.entities import FactRow
from dcsgen.render.views.web_details import limit_rows


def transfer_syntaxes(capability: Capability) -> tuple[str, ...]:
    """The names of all Transfer Syntaxes, in the order of their first mention."""
    return tuple(dict.fromkeys(name for names in _lists(capability) for name in names))


def supports_all(capability: Capability) -> bool:
    """Whether each that supports Transfer Syntaxes supports all of them."""
    return len({frozenset(names) for names in _lists(capability) if names}) < 2


def _lists(capability: Capability) -> Iterator[list[str]]:
    """The names of the Transfer Syntaxes of each service, media content and media type."""
    for service in capability.services.values():
        yield [syntax.name for syntax in service.transfer_syntaxes]
    for media in capability.media.values():
        for content in media.contents.values():
            yield [syntax.name for syntax in content.transfer_syntaxes]
    for web in capability.web_services.values():
        for transaction in web.transactions.values():
            for media_types in (transaction.request_media_types, transaction.response_media_types):
                for media_type in media_types.values():
                    yield [syntax.name for syntax in media_type.transfer_syntaxes]


def web_limits(capability: Capability) -> tuple[FactRow, ...]:
    """The limits of web services and their transactions, each once, with what they are limits of."""
    found: dict[FactRow, None] = {}
    for web in capability.web_services.values():
        for name, limits in (
            (web.service.name, web.limits),
            *((each.name or key, each.limits) for key, each in web.transactions.items()),
        ):
            found |= dict.fromkeys(FactRow(f"{row.name} ({name})", row.value) for row in limit_rows(limits))
    return tuple(found)
