"""What two products could do together, as a sentence: the verb of each service, in the words of its outcome."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dcsgen.base.interaction import Interaction, Means, Outcome
from dcsgen.base.standard.service_classes import query_model
from dcsgen.base.text import listed
from dcsgen.plugin import Match
from dcsgen.plugin.match_words import because

MOST_NAMES = 5
"""Names that are told in a sentence."""

VERIFICATION = "Verification"
"""The Service Class by which it is only tried whether the other one answers."""

_WORDS_OF_STANDARD = re.compile(r" Storage\b| SOP Class(?: UID)?\b| Information Model\b")

_ON_NETWORK = {
    "Storage": "send {names} to {provider}",
    "Non-Patient Object Storage": "send {names} to {provider}",
    "Verification": "verify the connection to {provider}",
    "Storage Commitment": "have {provider} commit itself to keep objects",
    "Basic Worklist Management": "query the worklist of {provider}",
    "Modality Performed Procedure Step": "report performed procedure steps to {provider}",
    "Unified Procedure Step": "work with the tasks of {provider} ({names})",
    "Print Management": "print at {provider} ({names})",
    "Instance Availability Notification": "tell {provider} which objects are available",
    "Media Creation Management": "have {provider} write media",
    "RT Machine Verification": "have {provider} verify the machine ({names})",
    "Relevant Patient Information Query": "ask {provider} about patients ({names})",
}

_ON_WEB = {
    ("studies", "search"): "search studies of {provider} over the web",
    ("studies", "retrieve"): "retrieve objects of {provider} over the web",
    ("studies", "store"): "store objects at {provider} over the web",
    ("uri", "retrieve-instance"): "retrieve single objects of {provider} over the web",
    ("uri", "retrieve-rendered"): "retrieve single rendered objects of {provider} over the web",
    ("msps", "search"): "query the worklist of {provider} over the web",
    ("mpps", "create"): "report performed procedure steps to {provider} over the web",
    ("mpps", "update"): "report performed procedure steps to {provider} over the web",
    ("storage-commitment", "request"): "have {provider} commit itself, over the web, to keep objects",
    ("storage-commitment", "result"): "have {provider} commit itself, over the web, to keep objects",
}

_QUERIES = {
    "FIND": "query {provider} ({names})",
    "MOVE": "have {provider} send objects ({names})",
    "GET": "retrieve objects from {provider} ({names})",
}


def verb(one: Interaction) -> str:
    """What the user does, with `{names}` and `{provider}` to be filled in."""
    if one.means is Means.MEDIA:
        return "write media that {provider} reads ({names})"
    if one.means is Means.WEB:
        return _ON_WEB.get((one.service_class, one.key), "use {names} of {provider} over the web")
    model = query_model(one.key)
    if model is not None and one.service_class != "Basic Worklist Management":
        return _QUERIES[model.kind]
    return _ON_NETWORK.get(one.service_class, "use {names} of {provider}")


def short(name: str) -> str:
    """The name of a SOP Class without the words that all of them have."""
    return _WORDS_OF_STANDARD.sub("", name)


def named(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """Names in a sentence; of many, the first."""
    unique = gathered(dict.fromkeys(map(short, names)))
    if len(unique) <= most + 1:
        return listed(unique, "and")
    return f"{', '.join(unique[:most])} and {len(unique) - most} more"


def gathered(names: Iterable[str]) -> list[str]:
    """Transactions by their service: `Studies Service (search, store)`."""
    found: dict[str, list[str]] = {}
    for name in names:
        service, _, transaction = name.partition(": ")
        found.setdefault(service, []).extend([transaction] if transaction else [])
    return [f"{service} ({', '.join(parts)})" if parts else service for service, parts in found.items()]


def can(one: Interaction, names: Sequence[str]) -> str:
    """`send RT Plan and RT Dose to XYZ`."""
    return verb(one).replace("{names}", named(names)).replace("{provider}", one.provider.product)


def sentence(one: Interaction, names: Sequence[str], together: Mapping[str, str]) -> str:
    """The whole answer, with the reason if there is one: `A can send RT Plan to B, with loss: B ignores …`."""
    user, what, why = one.user.product, can(one, names), because(one, together)
    reason = f": {why}" if why else ""
    return {
        Outcome.WORKS: f"{user} can {what}",
        Outcome.LOSS: f"{user} can {what}, with loss{reason}",
        Outcome.CANNOT_TELL: f"Whether {user} can {what} cannot be told{reason}",
        Outcome.FAILS: f"{user} cannot {what}{reason}",
    }[one.outcome]


def lead(match: Match) -> str:
    """How many interactions there are, what they come to, and which product is known in part only."""
    drafts = [product.name for product in (match.a, match.b) if product.draft]
    if not drafts:
        return _counted({one: match.count(one) for one in Outcome})
    are = "are drafts" if len(drafts) > 1 else "is a draft"
    known = f"{listed(drafts, 'and')} {are}: what is not said there may still be there."
    if not match.interactions:
        return f"No service that is stated has a counterpart that is stated, which is no answer. {known}"
    return f"{_counted({one: match.count(one) for one in Outcome})} {known}"


def _counted(counts: Mapping[Outcome, int]) -> str:
    total = sum(counts.values())
    if not total:
        return "No service of one has a counterpart in the other one: there is nothing that they can do together."
    told = [f"{counts[one]} {_COUNTED[one][counts[one] > 1]}" for one in _COUNTED if counts.get(one)]
    if total == 1:
        return f"The one interaction that both have services for {_COUNTED[next(iter(_found(counts)))][0]}."
    return f"Of {total} interactions that both have services for, {listed(told, 'and')}."


def _found(counts: Mapping[Outcome, int]) -> list[Outcome]:
    return [outcome for outcome, number in counts.items() if number]


_COUNTED = {
    Outcome.FAILS: ("fails", "fail"),
    Outcome.CANNOT_TELL: ("cannot be told", "cannot be told"),
    Outcome.LOSS: ("works with loss", "work with loss"),
    Outcome.WORKS: ("works", "work"),
}
