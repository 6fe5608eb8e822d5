"""Why something does not simply work, in a clause."""

from __future__ import annotations

import pytest

from dcsgen.base.interaction import Loss, Outcome
from dcsgen.plugin.match_words import because, brief, by_code, counted_losses
from matched import interaction, reason

TOGETHER = {"M100": "{provider} ignores {count} Attributes that {user} sends."}


def lost(number: int, code: str, loss: Loss | None = Loss.IGNORED) -> list[object]:
    return [reason(Outcome.LOSS, f"{code} number {at}", code, loss=loss) for at in range(number)]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("It is short: it stays.", "It is short: it stays"),
        (f"It cannot read what the other one may send: {'x' * 140}.", "It cannot read what the other one may send"),
        (f"It refuses objects with that Module; {'x ' * 80}: {'y' * 9}", "It refuses objects with that Module"),
        ("x" * 150, "x" * 150),
    ],
)
def test_a_long_message_is_told_by_its_beginning(message: str, said: str) -> None:
    assert brief(message) == said


def test_reasons_of_one_code_are_told_together() -> None:
    one = interaction("x", tuple(lost(3, "M100")), outcome=Outcome.LOSS)  # type: ignore[arg-type]
    assert because(one, TOGETHER) == "TREATER ignores 3 Attributes that PLANNER sends"
    assert because(one, {}) == "M100 number 0, and 2 more of this sort"


def test_what_works_has_no_reason() -> None:
    assert because(interaction("x", tuple(lost(1, "M100"))), TOGETHER) == ""  # type: ignore[arg-type]


def test_losses_of_many_sorts_are_counted() -> None:
    reasons = [*lost(2, "M1"), *lost(1, "M2", Loss.TRUNCATED), *lost(1, "M3", Loss.COERCED), *lost(1, "M4", None)]
    one = interaction("x", tuple(reasons), outcome=Outcome.LOSS)  # type: ignore[arg-type]
    assert because(one, {}) == "2 values are ignored, 1 cut and 1 changed; 1 other loss"


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([Loss.IGNORED], "1 value is ignored"),
        ([Loss.DEFAULTED] * 2, "2 values are filled in"),
        ([Loss.LOSSY, Loss.REDUCED], "1 value is compressed with loss and 1 reduced"),
        ([None, None], "2 other losses"),
    ],
)
def test_kinds_of_loss_have_words(kinds: list[Loss | None], said: str) -> None:
    assert counted_losses([reason(Outcome.LOSS, "x", loss=kind) for kind in kinds]) == said


def test_the_gravest_and_most_frequent_come_first() -> None:
    reasons = [*lost(1, "M1", Loss.DEFAULTED), *lost(1, "M2"), *lost(2, "M3"), reason(Outcome.FAILS, "no", "M9")]
    assert [sort[0].code for sort in by_code(reasons)] == ["M9", "M3", "M2", "M1"]  # type: ignore[arg-type]
