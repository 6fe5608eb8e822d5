"""The rule S208: video is for objects of several frames."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.standard.transfer_syntaxes import Family, carries_pixels, has_frames, syntax
from dcsgen.base.text import quoted
from dcsgen.builtin.rule._services import origins, some
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S208",
    slug="video-for-single-frames",
    severity=Severity.WARNING,
    what=(
        "A Transfer Syntax for video (MPEG-2, MPEG-4, HEVC) is listed for a SOP Class whose images have one frame "
        "only, such as CT Image Storage."
    ),
    why=(
        "A video is an image of many frames (PS3.5 8.2.5). No object of the SOP Class can be sent in it, so the line "
        "promises what is not there."
    ),
    instead="Give the SOP Classes that can hold video a service of their own.",
    clause="PS3.5 8.2.5",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each service; SOP Classes without pixels are the subject of another rule."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        videos = [
            one.name
            for one in service.transfer_syntaxes
            if (facts := syntax(one.uid)) is not None and facts.family is Family.VIDEO
        ]
        stills = [one.name for one in service.sop_classes if videos and _is_still(made_from.get(one.uid, one.uid))]
        if stills:
            objects = f"{some(stills)}, whose images have one frame only"
            message = f"the service {quoted(key)} has {some(videos)} for {objects}"
            hint = "describe what can hold video in a service of its own"
            yield KIND.at(("services", key, "transfer_syntaxes"), message, hint=hint)


def _is_still(uid: str) -> bool:
    return carries_pixels(uid) is True and has_frames(uid) is False


RULE = LintRule(kind=KIND, find=find, profile=Profile.DRAFT)
