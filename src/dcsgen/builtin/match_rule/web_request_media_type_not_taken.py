"""The match rule M222: the origin server takes none of the media types in which a user agent sends."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._media_types import REQUEST, media_types
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    yield from media_types(meeting, REQUEST, "sends", "takes")


RULE = MatchRule(
    code="M222",
    slug="web-request-media-type-not-taken",
    means=Means.WEB,
    what="The payload of requests has no media type that both sides have.",
    why="The request is answered with 415 (Unsupported Media Type).",
    instead="Have both sides support the default of the transaction, e.g. `multipart/related; "
    'type="application/dicom"`.',
    clause="PS3.18 8.7",
    judge=judge,
)
