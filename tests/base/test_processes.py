"""Work in copies of this process: in order, with its errors, and never a wait without end."""

from __future__ import annotations

import os
import threading
import time
from functools import partial
from itertools import pairwise

import pytest

from dcsgen.base import processes
from dcsgen.base.errors import DcsgenError, UnreadableInputError

pytestmark = pytest.mark.skipif(not processes.can_copy(), reason="there are no copies here")


def slow(number: int) -> tuple[int, int]:
    time.sleep(0.05 * (3 - number))
    return number, os.getpid()


def test_answers_come_in_the_order_of_the_works() -> None:
    told = []
    with processes.at_most(3):
        answers = processes.in_copies([partial(slow, number) for number in range(3)], lambda: told.append(1))
    assert [number for number, _ in answers] == [0, 1, 2]
    assert len({process for _, process in answers} | {os.getpid()}) == 4
    assert len(told) == 3


def test_no_more_at_once_than_allowed() -> None:
    def when() -> tuple[float, float]:
        begin = time.monotonic()
        time.sleep(0.05)
        return begin, time.monotonic()

    with processes.at_most(1):
        times = processes.in_copies([when] * 3)
        assert processes.allowed() == 1
    assert all(first[1] <= second[0] for first, second in pairwise(times))
    assert processes.allowed() == min(processes.cores(), processes.MOST)


def test_an_error_is_raised_here_and_the_others_end() -> None:
    def fails() -> None:
        raise UnreadableInputError("no YAML")

    begin = time.monotonic()
    with processes.at_most(2), pytest.raises(UnreadableInputError, match="no YAML"):
        processes.in_copies([partial(time.sleep, 60), fails])
    assert time.monotonic() - begin < 30


def test_what_cannot_be_sent_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="function"):
        processes.in_copies([lambda: lambda: None])


def test_a_copy_that_dies_is_told() -> None:
    with pytest.raises(DcsgenError, match="ended without an answer"):
        processes.in_copies([partial(os._exit, 9)])


def test_no_copies_beside_other_threads() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert not processes.can_copy()
    finally:
        end.set()
        thread.join()
    assert processes.can_copy()


def test_a_copy_gives_what_its_work_gives() -> None:
    number, process = processes.in_copy(partial(slow, 3), 60.0)
    assert number == 3
    assert process != os.getpid()


def test_a_copy_raises_what_its_work_raises() -> None:
    def work() -> None:
        raise UnreadableInputError("of no use")

    with pytest.raises(UnreadableInputError, match="of no use"):
        processes.in_copy(work, None)


def test_a_copy_that_hangs_is_ended() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError, match=r"longer than 0\.2 s"):
        processes.in_copy(partial(time.sleep, 600), 0.2)
    assert time.monotonic() - begun < 60


def test_a_copy_that_ends_without_an_answer_is_told() -> None:
    with pytest.raises(DcsgenError, match="ended without an answer"):
        processes.in_copy(partial(os._exit, 3), 60.0)
