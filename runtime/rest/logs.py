"""The log: readable lines on standard error, without anything that opens a door."""

import logging
import re
import sys
from typing import Final

_SECRET: Final = re.compile(
    # Ids of pages are UUIDs; cookies, setup tokens and query parameters are named.
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|(?<=loomline_session=)[^;\s\"']+"
    r"|(?<=client_id=)[^&\s\"']+"
    r"|(?<=#t=)[\w-]+"
    r"|(?<=[Aa]uthorization: )[^\r\n\"']+"
    r"|(?<=Bearer )[\w.~+/-]+=*",
    re.IGNORECASE,
)
_LEVELS: Final = {"debug": 10, "info": 20, "warning": 30, "error": 40}


class Redacted(logging.Formatter):
    """Formats a line and takes out ids of pages, cookies and tokens."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        return redact(super().format(record))


def redact(text: str) -> str:
    """Return `text` without what would let its reader act as somebody else."""
    return _SECRET.sub("…", text)


def set_up_logging(level: str) -> None:
    """Send all logs through one redacting handler; libraries speak up from warnings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    wanted = _LEVELS.get(level.lower(), logging.INFO)
    root.setLevel(max(wanted, logging.WARNING))
    for name in ("runtime", "builder", "nodes"):
        logging.getLogger(name).setLevel(wanted)
    for name in ("nicegui", "uvicorn", "uvicorn.error", "engineio", "socketio"):
        log = logging.getLogger(name)
        log.handlers = []
        log.propagate = True
        log.setLevel(max(wanted, logging.WARNING))
