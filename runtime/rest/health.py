"""Whether the server answers, and nothing else."""

from starlette.requests import Request
from starlette.responses import Response


async def healthz(request: Request) -> Response:  # noqa: ARG001  a route is called with it
    """Answer 200 without a word: to strangers the server tells nothing."""
    return Response(status_code=200)
