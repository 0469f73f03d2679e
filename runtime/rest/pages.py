"""The pages before the app: first start, sign in, sign out. Drawn without NiceGUI."""

from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

from fastapi import FastAPI
from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from nodes.sdk import UserError
from runtime.auth.accounts import Accounts, TooSoonError
from runtime.auth.session import IDLE, Session
from runtime.rest.gate import FORM_LIMIT, session_cookie
from runtime.rest.health import healthz
from runtime.rest.host import Names
from runtime.rest.routes import Access, Rules

_HTML: Final = Path(__file__).parent / "html"
_ASSETS: Final = Path(str(files("assets")))
_STATIC: Final = {
    "door.css": (_HTML / "static" / "door.css", "text/css"),
    "door.js": (_HTML / "static" / "door.js", "text/javascript"),
    "logo.svg": (_ASSETS / "brand" / "logo.svg", "image/svg+xml"),
    "inter.woff2": (_ASSETS / "fonts" / "inter-latin.woff2", "font/woff2"),
    "favicon.svg": (_ASSETS / "brand" / "favicon.svg", "image/svg+xml"),
}


class DoorPages:
    """Handlers of `/setup`, `/login`, `/logout`, their static files and `/healthz`."""

    def __init__(self, accounts: Accounts, names: Names) -> None:
        self._accounts = accounts
        self._names = names
        self._templates = Environment(loader=FileSystemLoader(_HTML), autoescape=True)

    def mount(self, app: FastAPI, rules: Rules) -> None:
        """Add the routes and say that strangers may open them."""
        rules.add("/healthz", access=Access.PUBLIC)
        rules.add("/favicon.ico", access=Access.PUBLIC)
        rules.add("/_loomline/{name}", access=Access.PUBLIC)
        for path in ("/setup", "/login"):
            rules.add(path, access=Access.PUBLIC, page=True)
            rules.add(path, methods=("POST",), access=Access.PUBLIC, body_limit=FORM_LIMIT)
        rules.add("/logout", page=True)
        rules.add("/logout", methods=("POST",), body_limit=FORM_LIMIT)
        app.add_route("/healthz", healthz, methods=["GET"])
        app.add_route("/favicon.ico", self._favicon, methods=["GET"])
        app.add_route("/_loomline/{name}", self._static, methods=["GET"])
        app.add_route("/setup", self._setup, methods=["GET", "POST"])
        app.add_route("/login", self._login, methods=["GET", "POST"])
        app.add_route("/logout", self._logout, methods=["GET", "POST"])

    async def _setup(self, request: Request) -> Response:
        if await self._accounts.exist():
            return _go("/login")
        if request.method != "POST":
            return self._page("setup.html")
        name = token = ""
        try:
            fields = await _fields(request)
            name, token = fields.get("name", ""), fields.get("token", "")
            await self._accounts.set_up(token, name=name, password=fields.get("password", ""))
            return await self._enter(request, name, fields.get("password", ""), "/")
        except UserError as error:
            return self._page("setup.html", error, name=name, token=token)

    async def _login(self, request: Request) -> Response:
        if not await self._accounts.exist():
            return _go("/setup")
        if request.method != "POST":
            target = safe_target(request.query_params.get("next", ""))
            if _session(request):
                return _go(target)
            return self._page("login.html", next=target)
        name, target = "", "/"
        try:
            fields = await _fields(request)
            name, target = fields.get("name", ""), safe_target(fields.get("next", ""))
            return await self._enter(request, name, fields.get("password", ""), target)
        except UserError as error:
            return self._page("login.html", error, name=name, next=target)

    async def _enter(self, request: Request, name: str, password: str, target: str) -> Response:
        token, session = await self._accounts.sign_in(
            name,
            password,
            address=request.client.host if request.client else "",
            agent=request.headers.get("user-agent", ""),
        )
        old = _session(request)
        if old and old.id != session.id:
            await self._accounts.sessions.end(old.id)
        response = _go(target)
        self._set_cookie(request, response, token, IDLE)
        return response

    async def _logout(self, request: Request) -> Response:
        session = _session(request)
        if session is None:
            return _go("/login")
        if request.method != "POST":
            return self._page("logout.html", name=session.name)
        await self._accounts.sign_out(session)
        response = _go("/login")
        self._set_cookie(request, response, "", 0)
        return response

    def _set_cookie(self, request: Request, response: Response, token: str, left: float) -> None:
        secure = request.url.scheme == "https" or self._names.by_tls(request.headers.raw)
        name, value = session_cookie(token, secure=secure, seconds=left)
        response.raw_headers.append((name, value))

    async def _static(self, request: Request) -> Response:
        found = _STATIC.get(request.path_params["name"])
        if found is None:
            return Response(status_code=404, media_type="text/plain")
        return FileResponse(found[0], media_type=found[1])

    async def _favicon(self, request: Request) -> Response:  # noqa: ARG002  a route
        path, kind = _STATIC["favicon.svg"]
        return FileResponse(path, media_type=kind)

    def _page(self, template: str, error: UserError | None = None, **values: str) -> Response:
        status = 200
        if error is not None:
            status = 429 if isinstance(error, TooSoonError) else 422
        return HTMLResponse(
            self._templates.get_template(template).render(
                message=error.message if error else "",
                hint=error.hint if error else "",
                name=values.pop("name", "")[:200],
                token=values.pop("token", "")[:100],
                next=values.pop("next", "/"),
            ),
            status_code=status,
            headers=(
                {"retry-after": str(error.seconds)} if isinstance(error, TooSoonError) else None
            ),
        )


def safe_target(target: str) -> str:
    """Return an address of ours to go to after signing in; `/` for everything else."""
    if not target.startswith("/") or target.startswith("//") or len(target) > 2000:
        return "/"
    if "\\" in target or not target.isprintable() or target.startswith(("/login", "/logout")):
        return "/"
    return target


def _go(target: str) -> Response:
    return RedirectResponse(target, status_code=303)


def _session(request: Request) -> Session | None:
    session = request.scope.get("state", {}).get("session")
    return session if isinstance(session, Session) else None


async def _fields(request: Request) -> dict[str, str]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise UserError("The form did not arrive as a form.", hint="Reload the page.")
    try:
        text = (await request.body()).decode("ascii")
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=10, errors="strict")
    except ValueError as error:
        raise UserError("The form did not arrive in one piece.", hint="Reload the page.") from error
    return dict(pairs)
