"""Shows a description in a browser, and shows it anew whenever one of its files changes."""

from __future__ import annotations

import json
import os
import socketserver
import threading
import time
from collections.abc import Callable, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

from dcsgen.api.previewing import Preview, Shown, Stamp
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding
from dcsgen.base.output import cause
from dcsgen.base.resources import folder

ADDRESS = "127.0.0.1"
"""Nobody but this computer is served: a description is not published before its author says so."""

INTERVAL = 0.05
"""Seconds between two looks at the files. They are asked for their times, which costs a millisecond, because file
systems in containers and on the network tell nobody when a file changes."""

GRAIN = 20_000_000
"""Nanoseconds by which the time of a file may lag behind the clock."""

UNKNOWN = (-1, -1, -1)
"""A mark that no file has."""

HEARTBEAT = 15.0
"""Seconds after which a browser hears something, so that one that has gone is noticed."""

HTTP_PORT = 80
"""The port that a browser does not write down."""

_FRAME = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def serve(
    file: Path,
    *,
    port: int = 0,
    layout: str | None = None,
    language: str = "",
    folders: Sequence[Path] = (),
    vendors: bool = True,
    strict: bool = False,
    named: Path | None = None,
    configured: bool = True,
    tell: Callable[[Shown], None] | None = None,
) -> Serving:
    """Serve the HTML of a description at 127.0.0.1, on a free port unless one is given; returns once it answers.

    `folders`, `vendors` and `strict` are those of `open_host`. `named` is the file with the configuration, without it
    the nearest is taken, and none unless `configured`. `tell` is told of each look at the description, in a thread.

    Raises `UsageError` for an unknown layout or language, a wrong configuration or a port that is taken,
    `UnreadableInputError` if there is no such file. What is wrong with its content is shown in the browser.
    """
    preview = Preview(
        file,
        layout=layout,
        language=language,
        folders=folders,
        vendors=vendors,
        strict=strict,
        named=named,
        configured=configured,
    )
    return Serving(preview, port, file.name, tell or (lambda shown: None))


class Serving:
    """A description that is being served, until it is closed."""

    def __init__(self, preview: Preview, port: int, title: str, tell: Callable[[Shown], None]) -> None:
        self._preview = preview
        self._tell = tell
        self._changed = threading.Condition()
        self._closing = threading.Event()
        try:
            self._server = _Server((ADDRESS, port), _Handler)
        except (OSError, OverflowError) as error:
            why = cause(error) if isinstance(error, OSError) else "there is no such port"
            raise UsageError(f"port {port} of {ADDRESS} cannot be used: {why}") from None
        self._server.serving = self
        self.port: int = self._server.server_address[1]
        self.frame = _frame(title)
        self._shown, stamp = self._looked(preview.stamp())
        tell(self._shown)
        self._threads = [
            threading.Thread(target=self._server.serve_forever, args=(INTERVAL,), name="dcsgen-http", daemon=True),
            threading.Thread(target=self._watch, args=(stamp,), name="dcsgen-watch", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def url(self) -> str:
        """Where the browser finds it."""
        return f"http://{ADDRESS}:{self.port}/"

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    @property
    def closed(self) -> bool:
        """Whether it has ended, or is about to."""
        return self._closing.is_set()

    def after(self, number: int, seconds: float) -> Shown | None:
        """The next look after the one of a number; None if there is none within some seconds, or it has ended."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self._shown.number != number, seconds)
            return self._shown if self._shown.number != number and not self.closed else None

    def wait(self) -> None:
        """Come back when it has been closed; Ctrl-C interrupts that."""
        # In steps, since a wait without end cannot be interrupted on Windows.
        while not self._closing.wait(1):
            pass

    def close(self) -> None:
        """End it: connections are dropped and the port is free again."""
        with self._changed:
            self._closing.set()
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Serving:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _watch(self, seen: Stamp) -> None:
        """Look again whenever the files differ, once they have come to rest: an editor may write in several steps."""
        last, pause = seen, INTERVAL
        while not self._closing.wait(pause):
            begin = time.perf_counter()
            stamp = self._preview.stamp()
            # On a slow file system it is done less often, so that it never takes more than a tenth of the time.
            pause = max(INTERVAL, 10 * (time.perf_counter() - begin))
            if stamp != seen and stamp == last:
                shown, seen = self._looked(stamp)
                with self._changed:
                    self._shown = shown
                    self._changed.notify_all()
                self._tell(shown)
            last = stamp

    def _looked(self, before: Stamp) -> tuple[Shown, Stamp]:
        """A look, and the stamp that it was made from: a change meanwhile differs from that and is not missed."""
        begin = time.time_ns() - GRAIN
        shown = self._preview.look()
        # Other files may count now; of those it is only known whether they are older than the look.
        after = self._preview.stamp()
        return shown, {file: before.get(file, mark if mark[0] < begin else UNKNOWN) for file, mark in after.items()}


class _Server(ThreadingHTTPServer):
    serving: Serving
    daemon_threads = True
    # On Windows, that would let two programs have the same port.
    allow_reuse_address = os.name != "nt"

    def server_bind(self) -> None:
        # Not that of HTTPServer, which asks the name service for a name that nobody needs.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]


class _Handler(BaseHTTPRequestHandler):
    """Three addresses and nothing else: the frame, the document in it, and the events that say when it is new."""

    server: _Server
    server_version, sys_version = "dcsgen", ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer a request."""
        serving = self.server.serving
        # Another name that leads here is a page elsewhere that wants to read this one (DNS rebinding).
        allowed = {f"{name}:{serving.port}" for name in (ADDRESS, "localhost")}
        allowed |= {ADDRESS, "localhost"} if serving.port == HTTP_PORT else set()
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].lower() not in allowed:
            self._plain(HTTPStatus.FORBIDDEN, f"This server answers at {serving.url} only.")
            return
        address = self.path.partition("?")[0]
        if address == "/":
            self._send(HTTPStatus.OK, "text/html; charset=utf-8", serving.frame, {"Content-Security-Policy": _FRAME})
        elif address == "/document" and serving.shown.page is not None:
            own = {"Content-Security-Policy": "frame-ancestors 'self'"}
            self._send(HTTPStatus.OK, "text/html; charset=utf-8", serving.shown.page, own)
        elif address == "/events":
            self._events(serving)
        else:
            self._plain(HTTPStatus.NOT_FOUND, "There is nothing here.")

    do_HEAD = do_GET  # noqa: N815

    def _events(self, serving: Serving) -> None:
        self._head(HTTPStatus.OK, "text/event-stream", {})
        if self.command == "HEAD":
            return
        shown: Shown | None = serving.shown
        number = 0
        try:
            while not serving.closed:
                if shown is not None:
                    number = shown.number
                self.wfile.write(_event(shown) if shown is not None else b": still here\n\n")
                self.wfile.flush()
                shown = serving.after(number, HEARTBEAT)
        except OSError:
            return  # The browser has gone.

    def _plain(self, status: HTTPStatus, text: str) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{text}\n".encode(), {})

    def _send(self, status: HTTPStatus, media_type: str, content: bytes, headers: dict[str, str]) -> None:
        try:
            self._head(status, media_type, {**headers, "Content-Length": str(len(content))})
            if self.command != "HEAD":
                self.wfile.write(content)
        except OSError:
            return  # The browser has gone.

    def _head(self, status: HTTPStatus, media_type: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        own = {
            "Content-Type": media_type,
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
        }
        for name, value in {**own, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for what happens to the description."""


def _frame(title: str) -> bytes:
    """The page around the document. The name of the file is put in by the script, as text."""
    place = folder("templates")
    page = (place / "serve" / "frame.html").read_text("utf-8")
    colours = (place / "assets" / "colours.css").read_text("utf-8")
    # In a script element "<" could end it.
    name = json.dumps(title).replace("<", "\\u003c")
    return page.replace("/* colours */", colours).replace('"the name of the file"', name).encode()


def _event(shown: Shown) -> bytes:
    """What the browser is told of a look, as one server-sent event."""
    findings = sorted(shown.findings, key=lambda finding: finding.severity.rank)
    state = {
        "page": shown.name,
        "current": shown.current,
        "trouble": shown.trouble,
        "seconds": round(shown.seconds, 2),
        "findings": [_told(finding) for finding in findings],
    }
    return f"data: {json.dumps(state)}\n\n".encode()


def _told(finding: Finding) -> dict[str, str]:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "slug": finding.slug,
        "message": finding.message,
        "place": str(finding.place) if finding.place else finding.provider,
        "excerpt": finding.excerpt,
        "hint": finding.hint,
    }
