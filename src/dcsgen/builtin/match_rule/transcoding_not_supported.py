"""The match rule M113: a sender does not transcode what it keeps into the Transfer Syntax that is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import TranscodingResult
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._content import over_network_with_context
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content, meeting: Meeting) -> Iterator[Said]:
    """What becomes of objects that are kept in other Transfer Syntaxes than the chosen one."""
    context, sender = meeting.context, content.sender
    if context is None or not context.chosen:
        return
    name = context.common[context.chosen]
    for key, one in sender.service.transcoding.items():
        stored = [syntax.name for syntax in one.stored if syntax.uid != context.chosen]
        if not stored or context.chosen not in {syntax.uid for syntax in one.negotiated}:
            continue
        said = {
            TranscodingResult.NOT_SUPPORTED: ("cannot be sent", Loss.REFUSED),
            TranscodingResult.NEW_UID: ("get a new SOP Instance UID", Loss.COERCED),
        }.get(one.result)
        if said is None:
            continue
        what, loss = said
        yield Said(
            outcome=Outcome.LOSS,
            message=f"objects that {sender.name} keeps in {listed(stored, 'or')} {what} when {name} is negotiated",
            subject=name,
            loss=loss,
            sources=(
                (sender, (*sender.path, "transcoding", key)),
                (content.receiver, (*content.receiver.path, "transfer_syntaxes")),
            ),
            remedies=((content.receiver, f"accept {listed(stored, 'or')}"),) if loss is Loss.REFUSED else (),
        )


RULE = MatchRule(
    code="M113",
    slug="transcoding-not-supported",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="The sender keeps objects in a Transfer Syntax that is not the negotiated one, and does not transcode them, "
    "or gives them a new SOP Instance UID.",
    why="Such objects are not sent; or references to them by other objects lead nowhere at the receiver.",
    instead="Have the receiver accept the Transfer Syntaxes in which the sender keeps its objects.",
    clause="PS3.2 Table N.5-9",
    judge=over_network_with_context(say),
)
