"""What rules about web services ask of both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dcsgen.base.place import Path
from dcsgen.model import WebTransaction
from dcsgen.model.web_service import WebAttribute, WebMediaType, WebParameter
from dcsgen.plugin import Meeting, Party


class Transactions(NamedTuple):
    """One transaction as the user agent and as the origin server has it."""

    user: WebTransaction
    provider: WebTransaction


def of(meeting: Meeting) -> Transactions:
    """The transaction that a meeting is about, on both sides."""
    return Transactions(meeting.user.web.transactions[meeting.key], meeting.provider.web.transactions[meeting.key])


def user_path(meeting: Meeting, *keys: str) -> Path:
    """A path in the transaction of the user agent."""
    return (*meeting.user.path, "transactions", meeting.key, *keys)


def provider_path(meeting: Meeting, *keys: str) -> Path:
    """A path in the transaction of the origin server."""
    return (*meeting.provider.path, "transactions", meeting.key, *keys)


def both(meeting: Meeting, *keys: str) -> tuple[tuple[Party, Path], ...]:
    """The same keys on both sides, as sources."""
    return ((meeting.user, user_path(meeting, *keys)), (meeting.provider, provider_path(meeting, *keys)))


def plain(media_type: str) -> str:
    """A media type for comparison: its parameters in one spelling, without white space and quotes."""
    return "".join(media_type.split()).replace('"', "").casefold()


def fitting(wanted: Mapping[str, WebMediaType], had: Mapping[str, WebMediaType]) -> list[tuple[str, str]]:
    """The media types that both sides have, each as the two spell it. A type with a wildcard fits all of its kind."""
    return [(one, other) for one in wanted for other in had if _fits(plain(one), plain(other))]


def _fits(one: str, other: str) -> bool:
    if one == other:
        return True
    for general, special in ((one, other), (other, one)):
        if general == "*/*" or (general.endswith("/*") and special.startswith(general[:-1])):
            return True
        # `multipart/related` without a type is for any.
        if ";" not in general and special.startswith(f"{general};") and general.startswith("multipart/"):
            return True
    return False


def for_resources(parameter: WebParameter | WebMediaType, resources: Iterable[str]) -> bool:
    """Whether something that may be for certain resources only is for one of these."""
    return not parameter.resources or bool(set(parameter.resources) & set(resources))


def having(attributes: Mapping[str, WebAttribute], path: str) -> WebAttribute | None:
    """What is said about an Attribute, or about the Sequence around it where that stands alone for all inside."""
    found = attributes.get(path)
    above = path.rpartition(".")[0]
    if found is not None or not above or any(name.startswith(f"{above}.") for name in attributes):
        return found
    return having(attributes, above)
