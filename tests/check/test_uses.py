"""What only media or the web use is used: the rules about entities, activities and records look at all services."""

from __future__ import annotations

from typing import Any

import pytest

from dcsgen import api
from dcsgen.base.finding import dotted
from dcsgen.builtin import collected
from dcsgen.plugin.testing import minimal_description

RULES = {rule.kind.slug: rule for rule in collected("rule", "RULE")}
MEDIA: dict[str, Any] = {
    "application_entity": "A",
    "profile": "PRI-A",
    "local_activity": "here",
    "contents": {"own": {"sop_classes": ["own-class"], "transfer_syntaxes": ["own-syntax"]}},
}
WEB: dict[str, Any] = {
    "application_entity": "B",
    "service": "Studies",
    "role": "origin_server",
    "remote_activity": "there",
    "transactions": {"store": {"sop_classes": ["web-class"]}},
}


def description(media: dict[str, Any], web: dict[str, Any]) -> dict[str, Any]:
    own = {"name": "Own", "kind": "private"}
    return minimal_description(
        application_entities={"A": {"function": "One."}, "B": {"function": "Other."}},
        real_world_activities={"here": {"name": "Here", "side": "local"}, "there": {"name": "There", "side": "remote"}},
        application_profiles={"PRI-A": {"name": "Own", "kind": "private"}},
        sop_classes={"own-class": {**own, "uid": "2.25.1.1"}, "web-class": {**own, "uid": "2.25.1.2"}},
        transfer_syntaxes={"own-syntax": {"name": "Own", "uid": "2.25.1.3"}},
        media={"m": media} if media else {},
        web_services={"w": web} if web else {},
    )


def found(slug: str, media: dict[str, Any], web: dict[str, Any]) -> list[str]:
    return [dotted(problem.path) for problem in RULES[slug].find(api.capability_of(description(media, web)))]


@pytest.mark.parametrize(
    ("slug", "without"),
    [
        ("application-entity-without-service", ["application_entities.A", "application_entities.B"]),
        ("unused-activity", ["real_world_activities.here", "real_world_activities.there"]),
        (
            "unused-record",
            [
                "sop_classes.own-class",
                "sop_classes.web-class",
                "transfer_syntaxes.own-syntax",
                "application_profiles.PRI-A",
            ],
        ),
    ],
)
def test_what_media_and_web_services_use_is_used(slug: str, without: list[str]) -> None:
    assert found(slug, {}, {}) == without
    assert found(slug, MEDIA, WEB) == []


def test_media_and_web_services_belong_to_an_activity_of_the_right_side() -> None:
    swapped = {**MEDIA, "local_activity": "there"}
    assert found("activity-on-wrong-side", swapped, WEB) == ["media.m.local_activity"]
    bare = {key: value for key, value in WEB.items() if key != "remote_activity"}
    assert found("service-without-activity", MEDIA, bare) == ["web_services.w"]


def test_titles_differ_within_their_collection() -> None:
    title = {"title": "The same"}
    assert found("repeated-title", {**MEDIA, **title}, {**WEB, **title}) == []
