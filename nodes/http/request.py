"""Talk to a web service."""

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr

from nodes.sdk import (
    Context,
    Credential,
    Effect,
    HttpResponse,
    In,
    KeyValue,
    Node,
    OutsideError,
    Ports,
    Text,
    UserError,
    Widget,
    as_text,
    brief,
)

_HEADER_NAME: Final = r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}"
_REPEATABLE: Final = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
"""Methods whose repetition changes nothing more (RFC 9110)."""


class HttpHeader(Credential, kind="http_header"):
    """A secret that is sent as a header, for example an API key."""

    name: str = Field(default="Authorization", pattern=f"^{_HEADER_NAME}$")
    """Name of the header."""
    value: SecretStr
    """What is sent, for example `Bearer` and a space before the key."""
    host: str = ""
    """The only host it may be sent to, with its subdomains, for example `api.example.org`;
    empty allows any host."""

    def allows(self, url: str) -> bool:
        """Say whether the secret may be sent to an address."""
        asked, allowed = (urlsplit(url).hostname or "").lower(), self.host.strip().lower()
        return not allowed or asked == allowed or asked.endswith(f".{allowed}")


class HTTPRequest(
    Node,
    name="http.request",
    icon="public",
    effect="once",
    aliases=("api", "rest", "fetch", "get", "post", "curl", "webhook", "download", "web", "url"),
):
    """Send a request to a web service and use its answer.

    After a crash, GET, HEAD, PUT, DELETE and OPTIONS are simply repeated. For POST and PATCH a
    person is asked, because a second request could do the same thing twice; services that know
    the header `Idempotency-Key` get the same key with every try.
    """

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] = "GET"
    """What the service shall do: GET reads, POST creates, PUT and PATCH change, DELETE removes."""
    url: In[Text]
    """Address with `https://` or `http://`."""
    query: KeyValue = Field(default_factory=dict)
    """Values put behind the `?` of the address; they are escaped for you."""
    headers: KeyValue = Field(default_factory=dict)
    """Headers to send. Keys and passwords belong into a credential."""
    account: HttpHeader | None = Field(default=None, title="Credential")
    """A secret header, for example with an API key."""
    body: In[Annotated[Any, Widget("long_text")]] = None
    """What is sent: text as it is, objects and lists as JSON. Text that is JSON is announced as
    such, unless the headers say something else."""
    expected: str = Field(default="2xx", title="Expected status")
    """Which answers are a success, for example `200`, `2xx` or `2xx, 404`."""
    answer: Literal["auto", "json", "text"] = Field(default="auto", title="Read answer as")
    """Read the answer as JSON, as text, or as what the service says it is."""
    timeout: float = Field(default=30, gt=0, le=600)
    """How many seconds the service has to answer."""

    class Output(Ports):
        body: Any
        """The answer: an object or a list when it is JSON, otherwise text."""
        status: int
        """The status, for example 200."""
        headers: dict[str, str]
        """The headers of the answer, with names in small letters."""

    @classmethod
    def effect_of(cls, settings: Mapping[str, Any]) -> Effect:
        """Return that methods which may be repeated are repeated."""
        return "idempotent" if str(settings.get("method", "GET")) in _REPEATABLE else "once"

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the method and the address."""
        return f"{settings.get('method', 'GET')} {brief(settings.get('url'))}".strip()

    async def run(self, ctx: Context) -> Output:
        url = self.url.strip()
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            raise UserError(
                f"{url[:200]!r} is no web address.", hint="Begin with 'https://' or 'http://'."
            )
        response = await ctx.http.request(
            self.method,
            url,
            headers=self._headers(url, ctx.step_id),
            params={name: str(as_text(value)) for name, value in self.query.items()} or None,
            body=self._body(),
            deadline=self.timeout,
        )
        self._check(response)
        return self.Output(
            body=self._read(response),
            status=response.status,
            headers={name.lower(): value for name, value in response.headers.items()},
        )

    def _headers(self, url: str, step_id: str) -> dict[str, str]:
        headers = {name: str(as_text(value)) for name, value in self.headers.items()}
        for name, value in headers.items():
            if not re.fullmatch(_HEADER_NAME, name) or re.search(r"[\r\n\0]", value):
                raise UserError(
                    f"{name[:80]!r} is no header that can be sent.",
                    hint="Names have no spaces, and values are one line.",
                )
        known = {name.lower() for name in headers}
        if self.body is not None and "content-type" not in known:
            headers["Content-Type"] = _content_type(self.body)
        if self.method not in _REPEATABLE and "idempotency-key" not in known:
            headers["Idempotency-Key"] = step_id
        if self.account:
            if not self.account.allows(url):
                raise UserError(
                    f"The credential may not be sent to {urlsplit(url).hostname!r}.",
                    hint="Choose another credential, or allow the host in it.",
                )
            headers[self.account.name] = self.account.value.get_secret_value()
        return headers

    def _body(self) -> bytes | None:
        if self.body is None:
            return None
        text = (
            self.body if isinstance(self.body, str) else json.dumps(self.body, ensure_ascii=False)
        )
        return text.encode()

    def _check(self, response: HttpResponse) -> None:
        if _expects(self.expected, response.status):
            return
        said = " ".join(response.text()[:300].split())
        message = f"{urlsplit(self.url).hostname!r} answered {response.status}"
        message = f"{message}: {said}" if said else f"{message}."
        kind, hint = _KINDS.get(response.status, ("refused", "Check the address and the body."))
        if response.status >= _SERVER_ERROR:
            kind, hint = "server", "The service has trouble; try again later."
        retry_after = response.headers.get("retry-after", response.headers.get("Retry-After", ""))
        raise OutsideError(
            message,
            hint=hint,
            kind=kind,
            retry=kind in ("server", "rate_limit", "timeout"),
            retry_after=float(retry_after) if retry_after.isdecimal() else None,
        )

    def _read(self, response: HttpResponse) -> Any:
        said = next((v for k, v in response.headers.items() if k.lower() == "content-type"), "")
        is_json = re.search(r"[/+]json\b", said) is not None
        if not response.body or self.answer == "text" or (self.answer == "auto" and not is_json):
            return response.text()
        try:
            return response.json()
        except (ValueError, RecursionError) as error:
            raise OutsideError(
                f"{urlsplit(self.url).hostname!r} answered with something that is no JSON: "
                f"{' '.join(response.text()[:120].split())!r}.",
                hint="Check the address, or read the answer as text.",
                kind="protocol",
                retry=False,
            ) from error


def _content_type(body: Any) -> str:
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except (ValueError, RecursionError):
            return "text/plain; charset=utf-8"
    return "application/json" if not isinstance(body, str) else "text/plain; charset=utf-8"


_SERVER_ERROR: Final = 500
_KINDS: Final[Mapping[int, tuple[str, str]]] = {
    401: ("auth", "Choose a credential the service accepts."),
    403: ("auth", "Choose a credential that is allowed to do this."),
    404: ("refused", "Check the address."),
    408: ("timeout", "Try again."),
    429: ("rate_limit", "Send fewer requests at a time."),
}


def _expects(expected: str, status: int) -> bool:
    for part in expected.replace(",", " ").lower().split():
        if not re.fullmatch(r"[1-5](\d\d|xx)", part):
            raise UserError(
                f"{part!r} is no status.", hint="Write for example '200', '2xx' or '2xx, 404'."
            )
        if part in (str(status), f"{status // 100}xx"):
            return True
    return False
