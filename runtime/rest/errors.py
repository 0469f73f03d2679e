"""What a refused request gets: a sentence for people, problem+json for programs."""

import html
import json
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from string import Template
from typing import Final

from starlette.types import Scope, Send

_PAGE: Final = Template((Path(__file__).parent / "html" / "error.html").read_text("utf-8"))

TEXTS: Final = {
    400: ("This request is not well formed.", ""),
    401: ("You are not signed in.", "Sign in and try again."),
    403: ("This request does not come from a page of Loomline.", "Open the page again."),
    404: ("There is nothing at this address.", "It may have been moved or deleted."),
    405: ("This address does not do that.", ""),
    408: ("The request took too long to arrive.", "Try again."),
    413: ("This is too large.", "The limit is 16 MB; put large files into the files folder."),
    421: (
        "This server has another name.",
        "Open it under the address it prints when it starts, or set LOOMLINE_PUBLIC_URL.",
    ),
    429: ("Too many requests.", "Wait a moment and try again."),
    500: (
        "Something went wrong on our side.",
        "Nothing you saved is lost. Try again; the log of the server says more.",
    ),
    503: ("Loomline is just stopping.", "Try again in a moment."),
}


def wants_page(scope: Scope) -> bool:
    """Tell whether a person waits for the answer."""
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return b"text/html" in accept


async def refuse(
    scope: Scope,
    send: Send,
    status: int,
    *,
    headers: Sequence[tuple[bytes, bytes]] = (),
    message: str = "",
    hint: str = "",
) -> None:
    """Answer with an error; the caller ends the answer, and the connection with it."""
    text, usual_hint = TEXTS.get(status, (HTTPStatus(status).phrase, ""))
    message, hint = message or text, hint or usual_hint
    if wants_page(scope):
        kind = b"text/html; charset=utf-8"
        body = _PAGE.substitute(
            status=status, message=html.escape(message), hint=html.escape(hint)
        ).encode()
    else:
        kind = b"application/problem+json"
        problem = {"status": status, "title": HTTPStatus(status).phrase, "message": message}
        body = json.dumps(problem | ({"hint": hint} if hint else {})).encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", kind),
                (b"content-length", str(len(body)).encode()),
                (b"connection", b"close"),
                *headers,
            ],
        }
    )
    content = b"" if scope["method"] == "HEAD" else body
    await send({"type": "http.response.body", "body": content, "more_body": True})
