"""An origin server out of a description: it answers what is stated, and refuses the rest, on 127.0.0.1."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dcsgen.base.content_words import Presence
from dcsgen.base.standard.web_services import find_transaction
from dcsgen.base.web_words import ApiState, Demand, ReturnedWhen
from dcsgen.base.words import WebRole
from dcsgen.model import Capability
from dcsgen.model.web_service import WebService, WebTransaction


class OriginServer:
    """The web services that a product provides; to be used with `with`. `base` is what clients begin URLs with."""

    def __init__(self, capability: Capability) -> None:
        self._services = [one for one in capability.web_services.values() if one.role is WebRole.ORIGIN_SERVER]
        self._busy = 0
        self._lock = threading.Lock()

    def __enter__(self) -> OriginServer:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def answer(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                status, payload = outer.answer(self.command, self.path, dict(self.headers), self.rfile.read(length))
                self.send_response(status)
                self.end_headers()
                self.wfile.write(payload)

            do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        # The longer it looks for new requests at a time, the longer it takes to stop.
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
        """The status and the payload for a request."""
        parts = urlsplit(target)
        parameters = {name: values[0] for name, values in parse_qs(parts.query).items()}
        for service in self._services:
            for key, transaction in service.transactions.items():
                known = find_transaction(f"{service.service.id}/{key}")
                stated = transaction.method or (known.method if known else "GET")
                if stated == method and any(
                    re.fullmatch(path, parts.path) for path in _paths(service, transaction, key)
                ):
                    return self._within_limit(service, transaction, parameters, headers, body)
        return 404, b""

    def _within_limit(
        self, service: WebService, transaction: WebTransaction, parameters: dict[str, str], *rest: Any
    ) -> tuple[int, bytes]:
        with self._lock:
            self._busy += 1
            busy = self._busy
        try:
            if isinstance(service.max_requests, int):
                if busy > service.max_requests:
                    return 503, b""
                threading.Event().wait(0.3)
            return _answer(transaction, parameters, *rest)
        finally:
            with self._lock:
                self._busy -= 1


def _paths(service: WebService, transaction: WebTransaction, key: str) -> list[str]:
    """Patterns of the paths under which the resources of a transaction are."""
    bases = {urlsplit(uri).path.rstrip("/") for uri in (service.base_uri, service.secured_base_uri) if uri} or {""}
    versions = [name for name, one in service.versions.items() if one.state is not ApiState.WITHDRAWN]
    if service.versions:
        bases = {base if base.endswith(f"/{name}") else f"{base}/{name}" for base in bases for name in versions}
    if service.partitions is not None:
        inside = {f"{base}/{service.partitions.uri.strip('/')}" for base in bases}
        bases = inside if service.partitions.required else bases | inside
    known = find_transaction(f"{service.service.id}/{key}")
    templates = {one.name.casefold(): one.template for one in known.resources} if known else {}
    found = [
        one.uri or templates.get(name.casefold(), next(iter(templates.values()), name))
        for name, one in transaction.resources.items()
    ]
    found = found or list(templates.values())[:1]
    paths = [re.sub(r"\{[?&][^}]*\}|\?.*$", "", path).strip("/") for path in found]
    return [re.sub(r"\\\{\w+\\\}|%7B\w+%7D", "[^/]+", re.escape(f"{base}/{path}")) for base in bases for path in paths]


def _answer(
    transaction: WebTransaction, parameters: dict[str, str], headers: dict[str, str], body: bytes
) -> tuple[int, bytes]:
    for name, one in transaction.headers.items():
        # A client of Python sends these on its own.
        if one.required and headers.get(name, "") in ("", "identity"):
            return 400, b""
    if any(one.required and name not in parameters for name, one in transaction.parameters.items()):
        return 400, b""
    accepted, sent = headers.get("Accept", ""), headers.get("Content-Type", "")
    if accepted and transaction.response_media_types and accepted not in transaction.response_media_types:
        return 406, b""
    if sent and transaction.request_media_types and sent not in transaction.request_media_types:
        return 415, b""
    payload = json.loads(body)[0] if body else {}
    for one in transaction.request_attributes.values():
        if one.demand is Demand.VALUE and not payload.get(_digits(one.tag), {}).get("Value"):
            return 400, b""
    if any(one.required for one in transaction.fields.values()):
        return 400, b""
    return 200, json.dumps(_results(transaction, parameters)).encode()


def _results(transaction: WebTransaction, parameters: dict[str, str]) -> list[dict[str, Any]]:
    """One result that matches, and one that does not, unless the search looks at what it is asked for."""
    results = []
    for right in (True, False):
        one: dict[str, Any] = {"00080005": {"vr": "CS", "Value": ["ISO_IR 192"]}}
        matched = True
        for name, attribute in transaction.attributes.items():
            asked = parameters.get(name)
            if asked is not None and attribute.matching is not False:
                matched = matched and right
            if attribute.returned is not False and attribute.returned_when in (None, ReturnedWhen.ALWAYS):
                one[_digits(attribute.tag)] = {"vr": "LO", "Value": [asked if right and asked else "ANY"]}
        for attribute in transaction.response_attributes.values():
            filled = attribute.presence in (None, Presence.ALWAYS)
            one[_digits(attribute.tag)] = {"vr": "LO", **({"Value": ["ANY"]} if filled else {})}
        if matched:
            results.append(one)
    return results


def _digits(tag: str) -> str:
    return re.sub(r"[^0-9A-F]", "", tag)
