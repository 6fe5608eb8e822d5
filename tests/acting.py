"""Runs the scripts of witnesses in this process, against products and as peers of products."""

from __future__ import annotations

import queue
import socket
import sys
import threading
from typing import Any

from dcsgen.base.witness import Association
from dcsgen.model import Capability
from peers import Product, proposed


def run(text: str, *words: str, say: Any = print) -> int:
    """The exit code of a script; `say` takes what it prints."""
    names: dict[str, Any] = {"__name__": "witness", "print": say}
    exec(compile(text, "witness.py", "exec"), names)
    before, sys.argv = sys.argv, ["witness", *words]
    try:
        return int(names["main"]())
    finally:
        sys.argv = before


def with_product(text: str, asked: Association, product: Product, files: tuple[str, str]) -> int:
    """How a script ends that opens Associations to a product; `files` are of certificates."""
    there = product.find(asked.called, asked.port, tls=asked.tls is not None)
    words = ["127.0.0.1", str(there.port if there else free_port())]
    if asked.tls is not None:
        words += ["--cafile", files[0], *(["--certfile", files[1]] if asked.tls.certificate else [])]
    return run(text, *words)


def as_peer(text: str, calling: str, capability: Capability, *more: str, seconds: float) -> int:
    """How a script ends that waits for the Associations of a product, of the AE Title `calling` if it is not empty.

    It ends as soon as it has what it waits for; what does not come takes `seconds`. `more` are words for the script.
    """
    said: queue.Queue[str] = queue.Queue()
    found: list[int] = []

    def waiting() -> None:
        words = ("127.0.0.1", "0", "--timeout", str(seconds), *more)
        found.append(run(text, *words, say=lambda text, flush=False: said.put(text)))

    thread = threading.Thread(target=waiting)
    thread.start()
    port = int(said.get(timeout=30).partition("port ")[2].partition(";")[0])
    with proposed(capability, port, calling):
        thread.join(30)
    return found[0]


def before_and_now(text: str, asked: Association, sides: tuple[Capability, Capability]) -> list[int]:
    """How a script ends that waits for the old product, which gets the time it needs, and for the new one."""
    old, new = (side.configuration.local for side in sides)
    names = [name for name, local in old.items() if local.ae_title == asked.calling]
    now = next((new[name].ae_title for name in names if name in new), asked.calling)
    return [
        as_peer(text, asked.calling, sides[0], seconds=20),
        as_peer(text, now, sides[1], "--calling", now, seconds=3),
    ]


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
