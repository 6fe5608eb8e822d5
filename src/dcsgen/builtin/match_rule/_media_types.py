"""How the media types of a payload are compared, for requests and responses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.interaction import Loss, Outcome
from dcsgen.base.place import Path
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._web import both, fitting, for_resources, of, provider_path, user_path
from dcsgen.model.web_service import WebMediaType
from dcsgen.plugin import Meeting, Party, Said

REQUEST, RESPONSE = "request_media_types", "response_media_types"


def media_types(meeting: Meeting, key: str, sends: str, takes: str) -> Iterator[Said]:
    """Whether the payload in `key` has a media type in common; `sends` and `takes` are what the two sides do."""
    user, provider = meeting.user, meeting.provider
    wanted, had = _asked(meeting, key)
    if not wanted and not had:
        return
    for party, path, types in (
        (user, user_path(meeting, key), wanted),
        (provider, provider_path(meeting, key), had),
    ):
        if not types:
            yield Said(
                outcome=Outcome.CANNOT_TELL,
                message=f"in which media types {party.name} has the {key.partition('_')[0]}s of {meeting.key} is not "
                "stated",
                sources=both(meeting, key),
                missing=((party, path, f"the media types of {key.partition('_')[0]}s of {meeting.key}"),),
            )
            return
    if not fitting(wanted, had):
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{user.name} {sends} {listed(list(wanted), 'or')}, {provider.name} {takes} "
            f"{listed(list(had), 'or')}",
            sources=both(meeting, key),
            remedies=((user, f"use {listed(list(had), 'or')}"), (provider, f"support {listed(list(wanted), 'or')}")),
        )


def transfer_syntaxes(meeting: Meeting, key: str) -> Iterator[Said]:
    """Whether the media types in common have a Transfer Syntax in common, where both sides state some."""
    wanted, had = _asked(meeting, key)
    for one, other in fitting(wanted, had):
        ours = {each.uid: each.name for each in wanted[one].transfer_syntaxes}
        theirs = {each.uid: each.name for each in had[other].transfer_syntaxes}
        if not ours or not theirs:
            continue
        paths: tuple[tuple[Party, Path], ...] = (
            (meeting.user, (*user_path(meeting, key, one), "transfer_syntaxes")),
            (meeting.provider, (*provider_path(meeting, key, other), "transfer_syntaxes")),
        )
        if not set(ours) & set(theirs):
            yield Said(
                outcome=Outcome.FAILS,
                message=f"for {one}, {meeting.user.name} has {listed(list(ours.values()), 'and')}, "
                f"{meeting.provider.name} has {listed(list(theirs.values()), 'and')}",
                subject=one,
                sources=paths,
                remedies=(
                    (meeting.user, f"use {listed(list(theirs.values()), 'or')}"),
                    (meeting.provider, f"support {listed(list(ours.values()), 'or')}"),
                ),
            )
        elif key == REQUEST and (refused := [name for uid, name in ours.items() if uid not in theirs]):
            yield Said(
                outcome=Outcome.LOSS,
                message=f"objects in {listed(refused, 'and')} that {meeting.user.name} may send are not taken by "
                f"{meeting.provider.name}",
                subject=" ".join(refused),
                loss=Loss.REDUCED,
                sources=paths,
            )


def _asked(meeting: Meeting, key: str) -> tuple[Mapping[str, WebMediaType], Mapping[str, WebMediaType]]:
    """The media types of both sides, of the origin server only those for resources that the user agent asks for."""
    used, provided = of(meeting)
    wanted: dict[str, WebMediaType] = getattr(used, key)
    had: dict[str, WebMediaType] = getattr(provided, key)
    if used.resources:
        had = {name: one for name, one in had.items() if for_resources(one, used.resources)}
    return wanted, had
