"""Web services with what PS3.18 says about their transactions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.standard import web_services
from dcsgen.base.standard.web_services import WebTransaction as Facts
from dcsgen.base.text import quoted
from dcsgen.base.words import WebRole
from dcsgen.model import Capability, WebService, WebTransaction
from dcsgen.plugin import Path


class KnownTransaction(NamedTuple):
    """A transaction of a description that PS3.18 has too. `label` names it in a message."""

    path: Path
    service: WebService
    transaction: WebTransaction
    facts: Facts

    @property
    def label(self) -> str:
        """The transaction with its service, for a message."""
        return f"the transaction {self.facts.name} of {quoted(self.path[1])}"

    @property
    def is_answered(self) -> bool:
        """Whether the product is the origin server."""
        return self.service.role is WebRole.ORIGIN_SERVER

    def doubt(self, field: str) -> str:
        """What a hint says more if the facts have a field from elsewhere than the text of PS3.18."""
        return "; PS3.18 itself was not seen on this, so look it up" if field in self.facts.unverified else ""


def known_transactions(capability: Capability) -> Iterator[KnownTransaction]:
    """The transactions of all web services, except those that the facts do not have."""
    for key, service in capability.web_services.items():
        facts = {known.id.partition("/")[2]: known for known in web_services.transactions(service.service.id)}
        for name, transaction in service.transactions.items():
            if name in facts:
                path = ("web_services", key, "transactions", name)
                yield KnownTransaction(path, service, transaction, facts[name])


def media_type_form(text: str) -> tuple[str, str]:
    """A media type without case, spaces and parameters, except the `type` that a multipart one is made of."""
    main, *parameters = ("".join(part.split()).lower() for part in text.split(";"))
    inner = next((p.removeprefix("type=").strip('"') for p in parameters if p.startswith("type=")), "")
    return main, inner
