"""Sort what litellm raises into our classes.

Its exception classes alone are not enough: each provider's errors take another way through it.
Status codes come before classes, and words before status codes. litellm itself is not needed.
"""

import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final

from runtime.llm.call import Request
from runtime.llm.errors import ErrorKind, ModelError, model_error


def classify(error: Exception, request: Request, partial: str) -> ModelError:
    """Return our error for one that litellm raised during a call."""
    kind = _kind(error, partial)
    detail = _told(str(error), request) if kind in ("bad_request", "policy", "server") else ""
    if kind == "timeout":
        detail = f"there was no connection within {request.deadlines.connect:g} seconds"
    return model_error(
        kind,
        request.model,
        detail=detail,
        retry_after=_retry_after(_first_seen(error, partial))
        if kind in ("rate_limit", "server")
        else None,
        partial=partial,
    )


_CONTEXT: Final = re.compile(
    r"maximum context length|prompt is too long|context_length_exceeded|context window|"
    r"exceeds the context|input token count .{0,40}exceeds",
    re.IGNORECASE,
)
_POLICY: Final = re.compile(
    r"content_policy|content policy|safety system|content management policy|responsibleai",
    re.IGNORECASE,
)
_QUOTA: Final = re.compile(
    r"insufficient_quota|exceeded your current quota|credit balance|billing", re.IGNORECASE
)
_NO_KEY: Final = re.compile(r"missing credentials|api_key client option|api key", re.IGNORECASE)
_CUT: Final = re.compile(
    r"payload is not complet|incomplete|peer closed|connection reset|server disconnected|"
    r"ended prematurely|not enough data",
    re.IGNORECASE,
)
_NO_CONNECTION: Final = re.compile(
    r"connection error|cannot connect|connect call failed|connection refused|name or service|"
    r"nodename nor servname|getaddrinfo|name resolution|network is unreachable",
    re.IGNORECASE,
)
_NO_ANSWER: Final = re.compile(
    r"expecting value|unable to parse|converting to (?:a )?valid|invalid response", re.IGNORECASE
)
_MISREAD: Final = frozenset(
    {"JSONDecodeError", "ValidationError", "KeyError", "AttributeError", "TypeError", "IndexError"}
)
"""What a client raises that reads something else than it expects."""
_KEY_LIKE: Final = re.compile(r"\b(?:sk|pk|key|AIza|Bearer|gsk|xai)[-_ ][\w*.-]{6,}", re.IGNORECASE)
_STATUS_KINDS: Final[Mapping[int, ErrorKind]] = {
    401: "auth",
    402: "quota",
    403: "auth",
    404: "model_missing",
    408: "timeout",
    413: "context",
    429: "rate_limit",
}


def _kind(error: Exception, partial: str) -> ErrorKind:
    error = _first_seen(error, partial)
    causes = _causes(error)
    text = "\n".join(str(cause) for cause in causes)
    names = {cls.__name__ for cause in causes for cls in type(cause).__mro__}
    status = _status(error)
    told = _by_words(text, names, status)
    if told is not None:
        return told
    if "Timeout" in names or "ConnectTimeout" in names:
        # Reading has no limit of its own there: what is left is the time to connect.
        return "timeout"
    if partial or _CUT.search(text):
        return "truncated"
    if _NO_CONNECTION.search(text):
        return "connection"
    return _by_status(text, names, status)


def _first_seen(error: Exception, partial: str) -> Exception:
    """Return the error behind one that litellm wraps because it came during a stream."""
    original: Any = getattr(error, "original_exception", None)
    return original if isinstance(original, Exception) and not partial else error


def _causes(error: BaseException) -> list[BaseException]:
    causes = [error]
    while len(causes) < _MOST_CAUSES and (
        next_one := causes[-1].__cause__ or causes[-1].__context__
    ):
        causes.append(next_one)
    return causes


def _by_words(text: str, names: set[str], status: int | None) -> ErrorKind | None:
    refused = status is not None and 400 <= status < 500
    if "ContextWindowExceededError" in names or (refused and _CONTEXT.search(text)):
        return "context"
    if "ContentPolicyViolationError" in names or (refused and _POLICY.search(text)):
        return "policy"
    if refused and _QUOTA.search(text):
        return "quota"
    if "AuthenticationError" in names or (status == 500 and _NO_KEY.search(text)):
        return "auth"
    return None


def _by_status(text: str, names: set[str], status: int | None) -> ErrorKind:
    # A body that cannot be read becomes a made-up status: 422, 500 or none.
    if status in (None, 200, 422, 500) and (names & _MISREAD or _NO_ANSWER.search(text)):
        return "protocol"
    if status in _STATUS_KINDS:
        return _STATUS_KINDS[status]
    if status is not None and 400 <= status < 500:
        return "bad_request"
    return "connection" if "APIConnectionError" in names and status is None else "server"


def _status(error: Exception) -> int | None:
    status: Any = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def _retry_after(error: Exception) -> float | None:
    """Return how long the provider asks to wait: it says seconds, or a date."""
    response: Any = getattr(error, "response", None)
    for headers in (
        getattr(response, "headers", None),
        getattr(error, "litellm_response_headers", None),
        getattr(error, "headers", None),
    ):
        value = headers.get("retry-after") or headers.get("Retry-After") if headers else None
        if value:
            return _seconds(str(value))
    return None


def _seconds(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None


def _told(text: str, request: Request) -> str:
    """Return what the provider said, short and without anything secret."""
    found = re.search(r"[\"'](?:message|error)[\"']\s*:\s*[\"']([^\"']{3,300})", text)
    said = found[1] if found else text.rpartition(" - ")[2] or text
    if request.api_key:
        said = said.replace(request.api_key, "***")
    said = _KEY_LIKE.sub("***", " ".join(said.split()))
    return said if len(said) <= _LONGEST_DETAIL else f"{said[:_LONGEST_DETAIL]}…"


_LONGEST_DETAIL: Final = 200
_MOST_CAUSES: Final = 12
