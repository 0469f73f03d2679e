"""Text at the border of the store: what a database, JSON and other programs cannot take."""

from typing import Final

_BROKEN: Final = "\ufffd"


def clean(text: str) -> str:
    """Return the text with NUL and lone surrogates replaced by the replacement sign."""
    if text.isascii():
        return text.replace("\0", _BROKEN) if "\0" in text else text
    try:
        text.encode()
    except UnicodeEncodeError:
        text = "".join(_BROKEN if "\ud800" <= char <= "\udfff" else char for char in text)
    return text.replace("\0", _BROKEN)
