"""Bodies: bounded in size and in time before anybody parses them."""

import asyncio

from starlette.types import Message, Receive, Scope


class Body:
    """Stands between the server and the app while a request's body arrives.

    `failed` becomes 413 or 408 when the body is too large or too slow; the app is then told that
    the client is gone, and whatever it answers is replaced.
    """

    def __init__(self, receive: Receive, *, limit: int, seconds: float) -> None:
        self.failed = 0
        self._receive = receive
        self._limit = limit
        self._deadline = asyncio.get_running_loop().time() + seconds
        self._size = 0
        self.complete = False

    async def __call__(self) -> Message:
        """Receive the next piece."""
        if self.failed:
            return {"type": "http.disconnect"}
        if self.complete:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            self.failed = 408
            return {"type": "http.disconnect"}
        self._size += len(message.get("body", b""))
        self.complete = not message.get("more_body", False)
        if self._size > self._limit:
            self.failed = 413
            return {"type": "http.disconnect"}
        return message


def announced(scope: Scope) -> int | None:
    """Return how long the body says it is: 0 for none, -1 if it does not say, None if absurd."""
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    coded = any(name == b"transfer-encoding" for name, _ in scope["headers"])
    if len(lengths) > 1 or (lengths and coded):
        return None
    if coded:
        return -1
    if not lengths:
        return 0
    text = lengths[0].decode("latin-1")
    return int(text) if text.isdigit() and len(text) < 19 else None
