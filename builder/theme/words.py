"""Numbers, times and states in words, the same on every screen. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class StatusWord:
    """How a state is shown: never by colour alone."""

    word: str
    icon: str


STATUS: dict[str, StatusWord] = {
    "queued": StatusWord("Queued", "schedule"),
    "running": StatusWord("Running", "progress_activity"),
    "paused": StatusWord("Paused", "pause_circle"),
    "waiting": StatusWord("Waiting", "hourglass_empty"),
    "succeeded": StatusWord("Succeeded", "check_circle"),
    "failed": StatusWord("Failed", "error"),
    "cancelled": StatusWord("Cancelled", "cancel"),
    "skipped": StatusWord("Skipped", "redo"),
    "unknown": StatusWord("Unclear", "help"),
    "cached": StatusWord("From cache", "bolt"),
}


def status_word(status: str) -> StatusWord:
    """Return word and icon of the state of a run or a step."""
    return STATUS.get(status, StatusWord(status.capitalize(), "circle"))


def money(usd: float) -> str:
    """Write an amount in dollars with as many digits as say something."""
    if usd == 0:
        return "$0"
    if usd < 0.0001:
        return "< $0.0001"
    if usd < 0.01:
        return f"${usd:.4f}"
    return f"${usd:,.3f}" if usd < 1 else f"${usd:,.2f}"


def count(number: float) -> str:
    """Write a number so that it is read at a glance: `950`, `12.4k`, `3.1M`."""
    if number < 10_000:
        return f"{number:,.0f}"
    if number < 1_000_000:
        return f"{number / 1000:.1f}k"
    return f"{number / 1_000_000:.1f}M"


def seconds(value: float) -> str:
    """Write a length of time."""
    if value < 0.001:
        return "< 1 ms"
    if value < 1:
        return f"{value * 1000:.0f} ms"
    if value < 60:
        return f"{value:.1f} s"
    minutes, rest = divmod(round(value), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min"


def ago(moment: datetime, now: datetime | None = None) -> str:
    """Write how long ago something was; older things get their date."""
    now = now or datetime.now(UTC)
    gone = (now - _aware(moment)).total_seconds()
    for limit, unit, size in _STEPS:
        if gone < limit:
            if not unit:
                return "just now"
            whole = int(gone // size)
            return f"{whole} {unit}{'' if whole == 1 else 's'} ago"
    form = "%-d %b" if moment.year == now.year else "%-d %b %Y"
    return moment.strftime(form)


_STEPS = (
    (10, "", 1),
    (60, "second", 1),
    (3600, "minute", 60),
    (86400, "hour", 3600),
    (604800, "day", 86400),
)


def moment(value: datetime) -> str:
    """Write a point in time in full, for hints."""
    return _aware(value).astimezone().strftime("%A, %-d %B %Y, %H:%M:%S")


def since(value: datetime) -> float:
    """Return a moment as seconds since 1970, which the browser keeps fresh."""
    return _aware(value).timestamp()


def plural(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: `1 step`, `3 steps`."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def size(octets: int) -> str:
    """Write the size of a file."""
    amount = float(octets)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def _aware(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)
