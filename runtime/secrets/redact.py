"""Keep secrets out of logs and results, by their value."""

import base64
import logging
import traceback
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

HIDDEN: Final = "«hidden»"
"""What stands where a secret was."""
_SHORTEST: Final = 6


class Redactor:
    """Knows the secrets in use and takes them out of texts."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._forms: tuple[str, ...] = ()
        self.hide(secrets)

    def hide(self, secrets: Iterable[str]) -> None:
        """Add secrets; very short ones are left out, as they would blank half of every text."""
        forms = set(self._forms)
        for secret in secrets:
            if len(secret) >= _SHORTEST:
                coded = base64.b64encode(secret.encode()).decode().rstrip("=")
                forms |= {secret, quote(secret, safe=""), coded}
        # The longest first: one secret may be part of another.
        self._forms = tuple(sorted(forms, key=len, reverse=True))

    def clean(self, text: str) -> str:
        """Return a text without the secrets."""
        for form in self._forms:
            if form in text:
                text = text.replace(form, HIDDEN)
        return text


class RedactingFilter(logging.Filter):
    """Takes secrets out of every log record; put it on the handlers of the root logger."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record and let it through."""
        record.msg = self._redactor.clean(record.getMessage())
        record.args = None
        if record.exc_info and record.exc_info[0] is not None:
            told = "".join(traceback.format_exception(*record.exc_info))
            record.exc_text = self._redactor.clean(told)
            record.exc_info = None
        return True


def hide_in_logs(redactor: Redactor) -> None:
    """Let every handler of the root logger take out the secrets the redactor knows."""
    for handler in logging.getLogger().handlers:
        handler.addFilter(RedactingFilter(redactor))
