"""Witnesses of web services: a request that was answered before, or a response that the product took."""

from __future__ import annotations

import re
from typing import Any

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.content_words import QueryLevel
from dcsgen.base.standard.web_services import find_transaction
from dcsgen.base.web_words import Consequence, Demand
from dcsgen.base.witness import AnyWitness, Expected, Party, Reply, StepWitness, WebWitness
from dcsgen.base.words import WebRole
from dcsgen.compare.witnesses.parts import both, element, sample_of, tag_of
from dcsgen.model.web_service import WebAttribute, WebParameter, WebService, WebTransaction
from dcsgen.plugin.change_rule import Sides

HOST = "http://HOST"
"""The base URI where none is stated."""

# Status codes are those that PS3.18 Table 8.5-1 gives for these cases, where the description has no other one.
ANSWERED = Reply("the request is answered", "200")
HAS = Reply("each result has it", "200")
NOT_FOUND = Reply("the resource is not there", "404")
BAD_REQUEST = Reply("the request is refused", "400")
AT_PRODUCT = "what the product does then shows at the product"
ONLY_FOUND = "whether it is heeded shows in what is found alone"


def of_web(change: Change, sides: Sides) -> AnyWitness | None:
    """A request of the transaction that the change is about, or of the first one of the web service."""
    old, new = both(change, sides)
    service: WebService | None = old or new
    if service is None:
        return None
    key = str(change.path[3]) if len(change.path) > 3 and change.path[2] == "transactions" else ""
    key = key or next(iter(service.transactions), "")
    transaction = service.transactions.get(key) or (new.transactions.get(key) if new else None)
    if transaction is None:
        return None
    asking = _Request(service, transaction, key)
    if service.role is WebRole.USER_AGENT:
        return _sent(change, asking)
    return _of_service(change, asking) or _of_transaction(change, asking)


_RESOURCES = {QueryLevel.STUDY: "Studies", QueryLevel.SERIES: "Series", QueryLevel.IMAGE: "Instances"}
"""How the names of resources of a level end in PS3.18 Table 10.6.1-1."""


class _Request:
    """A request of a transaction, with all that is stated to be required of it."""

    def __init__(self, service: WebService, transaction: WebTransaction, key: str) -> None:
        self.service, self.transaction, self.key = service, transaction, key
        self.known = find_transaction(f"{service.service.id}/{key}")
        self.method = transaction.method or (self.known.method if self.known else "") or "GET"

    def url(self, *, base: str | None = None, resource: str = "", partition: bool | None = None) -> str:
        """The URI; variables of the template stay in braces. `base` and `partition` take the place of what is so."""
        service = self.service
        start = service.base_uri or service.secured_base_uri or HOST if base is None else base
        parts = service.partitions
        if parts is not None and (parts.required if partition is None else partition):
            start = f"{start.rstrip('/')}/{parts.uri.strip('/')}"
        template = self._template(resource or next(iter(self.transaction.resources), ""))
        return f"{start.rstrip('/')}/{template.strip('/')}" if template else start

    def resource_for(self, attribute: WebAttribute) -> str:
        """The resource whose search has an Attribute: one that is stated for it, else the first of its level."""
        resources = self.transaction.resources
        words = [_RESOURCES[level] for level in attribute.levels if level in _RESOURCES]
        of_level = [name for name in resources if name.endswith(tuple(words))] if words else []
        return next(iter([*attribute.resources, *of_level, *resources]), "")

    def _template(self, resource: str) -> str:
        stated = self.transaction.resources.get(resource)
        if stated is not None and stated.uri:
            return stated.uri
        if resource.startswith(("/", "http")):
            return resource
        templates = self.known.resources if self.known else ()
        named = [one.template for one in templates if one.name.casefold() == resource.casefold()]
        # Authors have names of their own; among several, whoever runs a script says what is meant.
        known = named or ([one.template for one in templates] if not resource or len(templates) == 1 else [])
        found = next(iter(known), f"{{{resource}}}" if resource else "")
        # Of a template, a witness takes the path; parameters it has of its own (RFC 6570).
        return re.sub(r"\{[?&][^}]*\}|\?.*$", "", found)

    def asked(self, before: Reply, after: Reply, *, url: str = "", no_script: str = "", **more: Any) -> WebWitness:
        """The request of a peer."""
        transaction = self.transaction
        left = more.pop("leaving", "")
        headers = {name: _text(one) for name, one in transaction.headers.items() if one.required and name != left}
        parameters = {name: _text(one) for name, one in transaction.parameters.items() if one.required and name != left}
        return WebWitness(
            method=self.method,
            url=url or self.url(),
            headers={**headers, **more.pop("headers", {})},
            parameters={**parameters, **more.pop("parameters", {})},
            before=before,
            after=after,
            no_script=no_script,
            **more,
        )


def _text(one: WebParameter) -> str:
    if one.values:
        return one.values[0]
    if one.default is not None:
        return str(one.default)
    low = one.range[0] if one.range else None
    return str(low) if low is not None else "1"


def _of_service(change: Change, asking: _Request) -> AnyWitness | None:
    """What holds for all transactions of an origin server."""
    service = asking.service
    if change.subject is Subject.WEB_SERVICE and change.field in ("base_uri", "secured_base_uri"):
        return asking.asked(ANSWERED, NOT_FOUND, url=asking.url(base=str(change.before)))
    if change.subject is Subject.WEB_SERVICE and change.field == "role":
        return asking.asked(ANSWERED, Reply("the product answers no requests"))
    if change.field == "max_requests" and isinstance(change.after, int):
        return asking.asked(
            Reply("all are answered", "200"),
            Reply(f"{change.after} are handled at a time, the next one waits or is refused", "503"),
            count=change.after + 1,
        )
    if change.subject is Subject.WEB_SERVICE and change.action is Action.REMOVED:
        return asking.asked(ANSWERED, NOT_FOUND)
    if change.subject is Subject.WEB_VERSION:
        start = (service.base_uri or service.secured_base_uri or HOST).rstrip("/")
        version = str(change.path[3])
        url = asking.url() if f"/{version}" in start else asking.url(base=f"{start}/{version}")
        return asking.asked(ANSWERED, NOT_FOUND, url=url)
    if change.subject is Subject.WEB_PARTITIONS and change.field == "required":
        return asking.asked(ANSWERED, NOT_FOUND, url=asking.url(partition=False))
    if change.subject is Subject.WEB_PARTITIONS and change.field == "uri":
        return asking.asked(ANSWERED, NOT_FOUND, url=asking.url(partition=True))
    return None


def _of_transaction(change: Change, asking: _Request) -> AnyWitness | None:
    """What a transaction of an origin server says."""
    gone = change.action is Action.REMOVED
    subject = change.subject
    if subject is Subject.WEB_TRANSACTION and gone:
        return asking.asked(ANSWERED, NOT_FOUND)
    if subject is Subject.WEB_RESOURCE and gone:
        return asking.asked(ANSWERED, NOT_FOUND, url=asking.url(resource=change.key))
    if subject in (Subject.WEB_PARAMETER, Subject.WEB_HEADER):
        return _of_parameter(change, asking)
    if subject is Subject.WEB_ATTRIBUTE:
        return _of_attribute(change, asking)
    if subject is Subject.WEB_MEDIA_TYPE and gone:
        if "response_media_types" in change.path:
            return asking.asked(ANSWERED, Reply("not acceptable", "406"), headers={"Accept": change.key})
        return asking.asked(ANSWERED, Reply("unsupported media type", "415"), headers={"Content-Type": change.key})
    if change.field == "default_transfer_syntax":
        media_type = str(change.path[5])
        before, after = (Reply(f"in {getattr(one, 'name', one)}", "200") for one in (change.before, change.after))
        why = "which objects there are, and in what they are encoded, is up to the product"
        return asking.asked(before, after, headers={"Accept": media_type}, no_script=why)
    if subject is Subject.WEB_PAYLOAD_ATTRIBUTE:
        return _of_payload(change, asking)
    if subject is Subject.WEB_FIELD and change.field == "required":
        path = str(change.path[5])
        return asking.asked(ANSWERED, BAD_REQUEST, without=(path,))
    return _of_words(change, asking)


def _of_parameter(change: Change, asking: _Request) -> AnyWitness | None:
    header = change.subject is Subject.WEB_HEADER
    key = str(change.path[5])
    if change.field == "required":
        return asking.asked(ANSWERED, BAD_REQUEST, leaving=key, without=(key,))
    if change.action is Action.REMOVED:
        one = change.before if isinstance(change.before, WebParameter) else WebParameter()
        after, said = Reply("it is ignored", "200"), {key: _text(one)}
        if header:
            return asking.asked(ANSWERED, after, no_script=ONLY_FOUND, headers=said)
        return asking.asked(ANSWERED, after, no_script=ONLY_FOUND, parameters=said)
    return None


def _of_attribute(change: Change, asking: _Request) -> WebWitness | None:
    """A search by an Attribute, or for its value (PS3.18 8.3.4)."""
    path = str(change.path[5])
    attribute = asking.transaction.attributes.get(path)
    if attribute is None:
        return None
    url = asking.url(resource=asking.resource_for(attribute))
    if change.field == "returned_when":
        expected = Expected(path=path, tag=attribute.tag)
        return asking.asked(
            Reply("each result has it", "200"),
            Reply(f"only if it is {change.after}", "200"),
            expected=expected,
            url=url,
        )
    if change.field == "matching" or (change.action is Action.REMOVED and attribute.matching is not False):
        value = sample_of(path, _vr(path))
        return asking.asked(
            Reply("what is found matches", "200"),
            Reply("the parameter is ignored, so that more is found", "200"),
            parameters={path: value},
            expected=Expected(path=path, tag=attribute.tag, values=(value,)),
            url=url,
        )
    expected = Expected(path=path, tag=attribute.tag)
    return asking.asked(
        Reply("each result has it", "200"), Reply("no result has it", "200"), expected=expected, url=url
    )


def _of_payload(change: Change, asking: _Request) -> WebWitness | None:
    path = str(change.path[5])
    if change.field == "presence":
        expected = Expected(path=path, tag=tag_of(path), filled=True)
        said = (Reply(str(one).replace("_", " "), "200") for one in (change.before, change.after))
        before, after = said
        return asking.asked(before, after, expected=expected)
    demands = asking.transaction.request_attributes
    others = tuple(
        element(name, one.values[0] if one.values else sample_of(name, _vr(name)))
        for name, one in demands.items()
        if one.demand in (Demand.VALUE, Demand.ATTRIBUTE) and name != path
    )
    if "request_attributes" in change.path:
        return asking.asked(ANSWERED, BAD_REQUEST, elements=others, without=(path,))
    return None


def _vr(path: str) -> str:
    return element(path).vr


def _of_words(change: Change, asking: _Request) -> AnyWitness | None:
    """What is said of requests in words: checks, limits, duplicates, states of Workitems."""
    url = f"{asking.method} {asking.url()}"
    after: Any = change.after
    gone = after is None
    if change.subject is Subject.WEB_CHECK and not gone:
        check = asking.transaction.validation.get(str(change.path[5]), after)
        checked = getattr(check, "checked", change.key)
        said = "refused" if getattr(after, "consequence", after) is Consequence.REFUSED else str(after)
        reply = Reply(f"the request is {said}", getattr(check, "status", "") or "")
        return _step(f"{url} fails the check “{checked}”", "the request is taken", reply, "the check is said in words")
    if change.subject is Subject.WEB_LIMIT and not gone:
        value, unit = (after, _unit(change, asking)) if change.field else (after.value, after.unit)
        name = str(change.path[-2] if change.field else change.path[-1])
        reply = Reply("it is beyond the limit", getattr(after, "status", ""))
        step = f"{url} with a {name} of more than {value} {unit}".strip()
        return _step(step, "it is within the limit", reply, "so much data is not made up for a test")
    if change.field == "duplicates":
        step = f"{url} with an instance that is stored already"
        return _step(
            step, f"it is {change.before}".replace("_", " "), Reply("it is refused"), "it has to be stored first"
        )
    if change.subject is Subject.WORKITEM_STATE or "workitem_states" in change.path:
        step = f"{url} for a Workitem in the state {change.path[5]}"
        return _step(step, "it is accepted", Reply("it is refused", "409"), "the Workitem has to be in the state first")
    return None


def _unit(change: Change, asking: _Request) -> str:
    limits = asking.transaction.limits or asking.service.limits
    found = limits.get(str(change.path[-2]))
    return found.unit if found else ""


def _step(step: str, before: str, after: Reply, why: str) -> StepWitness:
    return StepWitness(step=f"a peer requests {step}", before=Reply(before), after=after, no_script=why)


def _sent(change: Change, asking: _Request) -> AnyWitness | None:
    """The product is the user agent."""
    subject, gone = change.subject, change.action is Action.REMOVED
    if subject in (Subject.WEB_TRANSACTION, Subject.WEB_SERVICE):
        return _from_product(asking, "the product requests it", "the product does not request it")
    if subject is Subject.WEB_MEDIA_TYPE and "request_media_types" in change.path:
        more = {"headers": {"Content-Type": change.key}}
        return _from_product(asking, "the product sends no such payload", "a peer may refuse it: 415", **more)
    if subject is Subject.WEB_MEDIA_TYPE and gone:
        return _from_product(asking, "the product reads it", "the product does not read it", response=change.key)
    if subject is Subject.WEB_STATUS and gone:
        behaviour = getattr(change.before, "behaviour", "") or "the product knows what to do"
        return _from_product(asking, behaviour, "the product does not know it", response=change.key)
    if subject is Subject.WEB_REASON and gone:
        behaviour = getattr(change.before, "behaviour", "") or "the product knows what to do"
        return _from_product(asking, behaviour, "the product does not know it", response=f"the reason {change.key}")
    if subject is Subject.WEB_ATTRIBUTE and change.field == "returned_when":
        path = str(change.path[5])
        expected = Expected(path=path, tag=tag_of(path))
        before, after = f"the product expects it: {change.before}", f"the product expects it: {change.after}"
        return _from_product(asking, before, after, response="results without it", expected=expected)
    return None


def _from_product(asking: _Request, before: str, after: str, **more: Any) -> WebWitness:
    witness = asking.asked(Reply(before), Reply(after), no_script=AT_PRODUCT, **more)
    return WebWitness(
        **{**{name: getattr(witness, name) for name in witness.__struct_fields__}, "sender": Party.PRODUCT}
    )


def of_security(change: Change, sides: Sides) -> AnyWitness | None:
    """How a request says who sends it, for the first web service that the product provides."""
    if change.path[1] != "web_access":
        return None
    old, new = (side.security.web_access.get(str(change.path[2])) for side in sides)
    one = old or new
    service = next(
        (s for side in sides for s in side.web_services.values() if s.role is WebRole.ORIGIN_SERVER and s.transactions),
        None,
    )
    refused = Reply("the request is refused", "401")
    scheme = str(old.scheme) if old is not None else ""
    named = old is not None and not (change.field == "stance" or change.action is Action.ADDED)
    if service is None or one is None:
        step = (
            f"a peer sends a request over HTTP that says who sends it by {scheme}"
            if named
            else ("a peer sends a request over HTTP that does not say who sends it")
        )
        return StepWitness(step=step, before=ANSWERED, after=refused, no_script="no web service is stated")
    key = next(iter(service.transactions))
    asking = _Request(service, service.transactions[key], key)
    headers = (
        {"Authorization": f"{scheme.capitalize()} ..."} if named and scheme in ("bearer", "basic", "digest") else {}
    )
    return asking.asked(ANSWERED, refused, headers=headers)
