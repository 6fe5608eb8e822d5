"""The match rule M223: the origin server gives none of the media types that a user agent accepts."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._media_types import RESPONSE, media_types
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    yield from media_types(meeting, RESPONSE, "accepts", "gives")


RULE = MatchRule(
    code="M223",
    slug="web-response-media-type-not-given",
    means=Means.WEB,
    what="The payload of responses has no media type that both sides have.",
    why="The request is answered with 406 (Not Acceptable).",
    instead="Have both sides support the default of the transaction, e.g. `application/dicom+json` for searches.",
    clause="PS3.18 8.7.4",
    judge=judge,
)
