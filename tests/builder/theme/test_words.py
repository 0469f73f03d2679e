from datetime import UTC, datetime, timedelta

import pytest

from builder.theme import words


@pytest.mark.parametrize(
    ("usd", "text"),
    [(0, "$0"), (0.00002, "< $0.0001"), (0.0021, "$0.0021"), (0.5, "$0.500"), (12.5, "$12.50")],
)
def test_money_has_as_many_digits_as_say_something(usd: float, text: str) -> None:
    assert words.money(usd) == text


@pytest.mark.parametrize(
    ("gone", "text"),
    [(3, "just now"), (59, "59 seconds ago"), (61, "1 minute ago"), (7200, "2 hours ago")],
)
def test_times_are_told_as_how_long_ago(gone: float, text: str) -> None:
    now = datetime(2030, 5, 4, 12, tzinfo=UTC)
    assert words.ago(now - timedelta(seconds=gone), now) == text


def test_older_times_are_told_as_dates() -> None:
    now = datetime(2030, 5, 4, 12, tzinfo=UTC)
    assert words.ago(now - timedelta(days=30), now) == "4 Apr"
    assert words.ago(now - timedelta(days=400), now) == "30 Mar 2029"


@pytest.mark.parametrize(
    ("value", "text"), [(0.25, "250 ms"), (3.21, "3.2 s"), (75, "1 min 15 s"), (3700, "1 h 1 min")]
)
def test_lengths_of_time_are_read_at_a_glance(value: float, text: str) -> None:
    assert words.seconds(value) == text
