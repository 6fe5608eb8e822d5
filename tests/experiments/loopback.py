"""A network namespace that has only a loopback interface, for programs that listen on all interfaces."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

INSIDE = (sys.executable, str(Path(__file__).with_name("inside.py")))
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}

SECONDS = 30
"""How long a program may take to listen."""


class NoNamespaceError(Exception):
    """There can be no namespace here; the text says why."""


class Loopback:
    """A namespace, and the programs that were started in it; to be used with `with`."""

    def __init__(self) -> None:
        self._holder: subprocess.Popen[bytes] | None = None
        self._inside: list[str] = []
        self._started: list[subprocess.Popen[Any]] = []

    def __enter__(self) -> Loopback:
        for program in ("unshare", "nsenter", "ip"):
            if shutil.which(program) is None:
                raise NoNamespaceError(f"there is no {program}, of Debian's packages util-linux and iproute2")
        # The first one is for root, the second one for systems that let everybody have namespaces.
        for rights, inside in (([], []), (["--map-root-user"], ["--user", "--preserve-credentials"])):
            words = ["unshare", *rights, "--net", "sh", "-c", "ip link set lo up && echo up && exec sleep infinity"]
            holder = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            assert holder.stdout is not None
            with holder.stdout as said:
                is_up = said.readline() == b"up\n"
            if is_up:
                self._holder = holder
                self._inside = ["nsenter", f"--target={holder.pid}", "--net", *inside]
                return self
            holder.wait()
        raise NoNamespaceError("unshare cannot make a network namespace here")

    def __exit__(self, *_: object) -> None:
        assert self._holder is not None
        for one in (*self._started, self._holder):
            one.terminate()
        for one in (*self._started, self._holder):
            one.wait()

    def run(self, words: Sequence[str], **more: Any) -> subprocess.CompletedProcess[str]:
        """What a program says that ends by itself."""
        return subprocess.run(
            [*self._inside, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=4 * SECONDS,
            check=False,
            **more,
        )

    def propose(self, tasks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """What becomes of Associations that pynetdicom opens; see `inside.propose`."""
        said = self.run([*INSIDE, "propose"], input=json.dumps(tasks), env=ENVIRONMENT).stdout
        answers: list[dict[str, Any]] = json.loads(said.splitlines()[-1])
        return answers

    @contextmanager
    def listening(self, words: Sequence[str], **more: Any) -> Iterator[subprocess.Popen[str]]:
        """A program that ends when its standard input does."""
        with subprocess.Popen([*self._inside, *words], text=True, **more) as process:
            try:
                yield process
            finally:
                process.kill()

    def start(self, words: Sequence[str], port: int, **more: Any) -> subprocess.Popen[Any]:
        """A program that listens at a port."""
        started = subprocess.Popen(
            [*self._inside, *words], **{"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, **more}
        )
        self._started.append(started)
        until = time.monotonic() + SECONDS
        while not self.listens(port):
            if started.poll() is not None:
                raise AssertionError(f"{words[0]} has ended with {started.returncode}")
            if time.monotonic() > until:
                raise AssertionError(f"{words[0]} does not listen at port {port}")
            time.sleep(0.02)
        return started

    def listens(self, port: int) -> bool:
        """Whether anything listens at a port in the namespace."""
        assert self._holder is not None
        lines = Path(f"/proc/{self._holder.pid}/net/tcp").read_text().splitlines()[1:]
        return any(line.split()[1].endswith(f":{port:04X}") and line.split()[3] == "0A" for line in lines)
