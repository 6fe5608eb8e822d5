"""How many processes may work at once, and work that is done in copies of this one."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dcsgen.base.errors import DcsgenError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")

MOST = 8
"""Processes that are used without being asked for: more of them wait for memory."""

LOOKING_AFTER = 2.0
"""Seconds between two looks at whether the parent of a process is still there."""

_ALLOWED: ContextVar[int | None] = ContextVar("allowed", default=None)


def cores() -> int:
    """What this process may use, which is less than the machine has in a container."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def allowed() -> int:
    """How many processes may work at once: what `at_most` says, otherwise one for each core, but not many."""
    return _ALLOWED.get() or min(cores(), MOST)


@contextmanager
def at_most(processes: int | None) -> Iterator[None]:
    """Inside, no more than so many processes work at once; None leaves it open."""
    before = _ALLOWED.set(processes)
    try:
        yield
    finally:
        _ALLOWED.reset(before)


def can_copy() -> bool:
    """Whether copies of this process can be made and will work.

    Not beside other threads, whose locks they inherit, and not on macOS, whose own libraries break in copies.
    """
    import multiprocessing

    alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return alone and sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


def in_copies(works: Sequence[Callable[[], T]], tell: Callable[[], None] = lambda: None) -> list[T]:
    """What each of the works gives, in their order; each is done by a copy of this process, which ends with it.

    So many are done at once as are `allowed`; they begin in their order, and `tell` is called when one is done. What
    one takes in memory is free again afterwards. Raises what a work raises, and `DcsgenError` if a copy ends without
    an answer.
    """
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    context = get_context("fork")
    results: dict[int, T] = {}
    running: dict[Any, tuple[int, BaseProcess]] = {}
    waiting = list(enumerate(works))[::-1]
    try:
        while waiting or running:
            while waiting and len(running) < allowed():
                index, work = waiting.pop()
                reader, writer = context.Pipe(duplex=False)
                copy = context.Process(target=_answer, args=(writer, work))
                copy.start()
                writer.close()
                running[reader] = index, copy
            for ready in wait(list(running)):
                index, done = running.pop(ready)
                results[index] = _answer_of(ready)
                done.join()
                tell()
    finally:
        for unread, (_, left) in running.items():
            left.terminate()
            left.join()
            unread.close()
    return [results[index] for index in range(len(works))]


def in_copy(work: Callable[[], T], seconds: float | None) -> T:
    """What a work gives, done by a copy of this process, which is ended if it takes longer than so many seconds.

    Nothing that the work does can harm this process: it may hang or end without an answer. Raises what the work
    raises, `TimeoutError` if it took too long, and `DcsgenError` if the copy ends without an answer.
    """
    from multiprocessing import get_context

    context = get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    copy = context.Process(target=_answer_in_time, args=(writer, work, os.getpid(), seconds))
    copy.start()
    writer.close()
    try:
        if not reader.poll(seconds):
            raise TimeoutError(f"it took longer than {seconds:g} s")
        return cast(T, _answer_of(reader))
    finally:
        reader.close()
        copy.kill()
        copy.join()


def _answer_in_time(writer: Connection, work: Callable[[], Any], parent: int, seconds: float | None) -> None:
    end_with(parent)
    if seconds is not None:
        end_after(seconds + LOOKING_AFTER)
    _answer(writer, work)


def end_with(parent: int) -> None:
    """See to it that this process ends when its parent has, which may be killed without a word."""
    if not hasattr(signal, "setitimer"):
        return

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, LOOKING_AFTER, LOOKING_AFTER)


def end_after(seconds: float) -> None:
    """End this process after some time, whatever it does, even if a library hangs in code that is not Python."""
    import faulthandler

    # Its thread needs nothing of the interpreter; the text that it writes is for nobody.
    faulthandler.dump_traceback_later(seconds, exit=True, file=open(os.devnull, "w"))  # noqa: PTH123, SIM115


def _answer(writer: Connection, work: Callable[[], Any]) -> None:
    # Ctrl-C goes to all processes of a terminal; the one that started the others is enough to end them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answer: tuple[bool, Any] = True, work()
    except Exception as error:
        answer = False, error
    try:
        writer.send(answer)
    except (pickle.PicklingError, TypeError, AttributeError):
        writer.send((False, RuntimeError(f"{type(answer[1]).__name__}: {answer[1]}")))
    writer.close()


def _answer_of(reader: Any) -> Any:
    try:
        good, answer = reader.recv()
    except EOFError:
        reason = "a process that did a part of the work ended without an answer, perhaps for lack of memory"
        raise DcsgenError(f"{reason}; `--jobs 1` needs less of it.") from None
    finally:
        reader.close()
    if not good:
        raise answer
    return answer
