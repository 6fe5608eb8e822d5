"""How query parameters and header fields are compared."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Outcome
from dcsgen.base.text import listed, one_line
from dcsgen.builtin.match_rule._web import both, for_resources, of, plain, provider_path, user_path
from dcsgen.model.web_service import WebParameter
from dcsgen.plugin import Meeting, Said

ATTRIBUTES = "{attributeID}"
"""How a description may call the parameters that stand for Attributes; those are compared one by one."""


def parameters(meeting: Meeting, key: str, what: str, *, negotiated: tuple[str, ...] = ()) -> Iterator[Said]:
    """What is required and not sent, or sent with a value that is not taken; of those `negotiated` no values."""
    used, provided = of(meeting)
    sent: dict[str, WebParameter] = getattr(used, key)
    known: dict[str, WebParameter] = getattr(provided, key)
    spelt = {name.casefold(): name for name in sent} if key == "headers" else {name: name for name in sent}
    for name, one in known.items():
        if one.required and for_resources(one, used.resources):
            yield from _required(meeting, key, what, name, name.casefold() in spelt or name in spelt, bool(sent))
    there = {name.casefold(): name for name in known} if key == "headers" else {name: name for name in known}
    for name, one in sent.items():
        other = there.get(name.casefold() if key == "headers" else name)
        if other is None or name.casefold() in negotiated:
            continue
        yield from _values(meeting, key, what, (name, one), (other, known[other]))


def _required(meeting: Meeting, key: str, what: str, name: str, there: bool, stated: bool) -> Iterator[Said]:
    user, provider = meeting.user, meeting.provider
    if there:
        return
    sources = ((provider, provider_path(meeting, key, name)), (user, user_path(meeting, key)))
    if not stated:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{provider.name} requires the {what} {name}, and which ones {user.name} sends is not stated",
            subject=name,
            sources=sources,
            missing=((user, user_path(meeting, key), f"the {what}s that it sends for {meeting.key}"),),
        )
    else:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{provider.name} requires the {what} {name}, which {user.name} does not send",
            subject=name,
            sources=sources,
            remedies=((user, f"send {name}"), (provider, f"take requests without {name}")),
        )


def _values(
    meeting: Meeting, key: str, what: str, sent: tuple[str, WebParameter], known: tuple[str, WebParameter]
) -> Iterator[Said]:
    (name, ours), (other, theirs) = sent, known
    if not ours.values or not theirs.values:
        return
    taken = {plain(value) for value in theirs.values}
    refused = [value for value in ours.values if plain(value) not in taken]
    if not refused:
        return
    paths = ((meeting.user, user_path(meeting, key, name)), (meeting.provider, provider_path(meeting, key, other)))
    otherwise = one_line(theirs.otherwise)
    message = (
        f"{meeting.user.name} sends {name} with {listed(refused, 'or')}, {meeting.provider.name} takes "
        f"{listed(list(theirs.values), 'or')}" + (f"; otherwise: {otherwise}" if otherwise else "")
    )
    if len(refused) < len(ours.values):
        yield Said(outcome=Outcome.LOSS, message=message, subject=name, loss=Loss.REDUCED, sources=paths)
        return
    yield Said(
        outcome=Outcome.LOSS if otherwise else Outcome.CANNOT_TELL,
        message=message,
        subject=name,
        loss=Loss.REDUCED if otherwise else None,
        sources=paths,
        missing=()
        if otherwise
        else (
            (
                meeting.provider,
                (*provider_path(meeting, key, other), "otherwise"),
                f"what it does with other values of {name}",
            ),
        ),
    )


def unknown(meeting: Meeting) -> Iterator[Said]:
    """Query parameters that the origin server does not have, so that they have no effect or are refused."""
    used, provided = of(meeting)
    if not provided.parameters:
        return
    for name in used.parameters:
        if name in provided.parameters or name in (ATTRIBUTES, "match"):
            continue
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{meeting.user.name} sends the parameter {name}, which {meeting.provider.name} does not have",
            subject=name,
            loss=Loss.IGNORED,
            sources=both(meeting, "parameters", name)[:1] + both(meeting, "parameters")[1:],
        )
