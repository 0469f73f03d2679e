"""Files that runs wrote, to be fetched: only by a signed reference, only as a download."""

from fastapi import FastAPI, Response
from fastapi.responses import FileResponse, PlainTextResponse

from builder.panels.downloads import resolve
from builder.theme.desk import Desk
from nodes.sdk import UserError


def register(desk: Desk, app: FastAPI) -> None:
    """Serve the address."""

    @app.get("/files/{token}", include_in_schema=False)
    async def download(token: str) -> Response:
        try:
            found = await resolve(desk, token)
        except UserError as error:
            return PlainTextResponse(f"{error.message} {error.hint}", status_code=404)
        # Never shown in place: a report may hold anything a model wrote.
        return FileResponse(
            found.path,
            media_type="application/octet-stream",
            filename=found.name,
            content_disposition_type="attachment",
            headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"},
        )

    del download
