"""The match rule M114: a Transfer Syntax with lossy compression is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.transfer_syntaxes import Compression, syntax
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._content import over_network_with_context
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.content import STORAGE, Content


def say(content: Content, meeting: Meeting) -> Iterator[Said]:
    """That pixels are changed, and whether they need to be."""
    context, acceptor = meeting.context, meeting.acceptor
    if context is None or acceptor is None or not _is_lossy(context.chosen):
        return
    others = [name for uid, name in context.common.items() if not _is_lossy(uid)]
    better = f", although {listed(others, 'and')} {'are' if len(others) > 1 else 'is'} common" if others else ""
    yield Said(
        outcome=Outcome.LOSS,
        message=f"{context.common[context.chosen]} is negotiated, which compresses with loss{better}",
        subject=context.common[context.chosen],
        loss=Loss.LOSSY,
        sources=tuple((party, (*party.path, "transfer_syntaxes")) for party in (content.sender, content.receiver)),
        remedies=((acceptor, f"prefer {listed(others, 'or')}"),) if others else (),
    )


def _is_lossy(uid: str) -> bool:
    facts = syntax(uid) if uid else None
    return facts is not None and facts.compression is Compression.LOSSY


RULE = MatchRule(
    code="M114",
    slug="lossy-transfer-syntax-chosen",
    means=Means.NETWORK,
    service_classes=(STORAGE,),
    what="By the order of preference of whoever accepts, a Transfer Syntax is chosen that compresses with loss.",
    why="Pixels change on the way. Doses must not be calculated, nor measurements made, on what has been compressed "
    "so without thought.",
    instead="Put Transfer Syntaxes without loss first at the acceptor, or propose only those.",
    clause="PS3.5 10.3, PS3.3 C.7.6.1.1.5",
    judge=over_network_with_context(say),
)
