"""Send a mail."""

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, getaddresses
from typing import Annotated, Any, Final, Literal, cast

from pydantic import BeforeValidator, Field, SecretStr

from nodes.sdk import Context, Credential, In, LongText, Node, Ports, Text, UserError, brief

_MOST_RECIPIENTS: Final = 100


class MailAccount(Credential, kind="smtp"):
    """A mail server and the account to send with."""

    host: str
    """Name of the mail server, for example `smtp.example.org`."""
    port: int = Field(default=587, ge=1, le=65535)
    """587 with STARTTLS, 465 with TLS, 25 without encryption."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is encrypted."""
    user: str = ""
    """User name; empty when the server asks for none."""
    password: SecretStr = SecretStr("")
    """Password, or an app password."""
    sender: str
    """The address mails come from, for example `Reports <reports@example.org>`."""


def _as_list(value: Any) -> Any:
    if value is None:
        return []
    parts = cast("list[Any]", value) if isinstance(value, list) else [value]
    return [piece.strip() for part in parts for piece in _addresses(part)]


def _addresses(value: Any) -> list[str]:
    # Commas inside quotes belong to a name; semicolons are what people type.
    pieces = re.findall(r'(?:"[^"]*"|[^,;"])+', str(value))
    return [piece for piece in pieces if piece.strip()]


Recipients = Annotated[
    list[str] | str, BeforeValidator(_as_list), Field(max_length=_MOST_RECIPIENTS)
]
"""Mail addresses, as a list or as text with commas between them."""


class SendMail(
    Node,
    name="mail.send",
    icon="send",
    effect="once",
    aliases=("email", "e-mail", "smtp", "notify", "message", "gmail", "outlook"),
):
    """Send a mail from an account of yours.

    A mail is never sent twice by itself: when the server dies while one is under way, the run
    waits and asks.
    """

    account: MailAccount
    """The mail account to send with."""
    to: In[Recipients]
    """Who gets it: one or more addresses with commas between them."""
    cc: Recipients = Field(default_factory=list[str])
    """Who gets a copy."""
    subject: In[Text]
    """The subject, one line."""
    text: In[LongText]
    """The mail as plain text."""
    html: LongText = Field(default="", title="HTML")
    """The same mail as HTML, for programs that show it; optional."""

    class Output(Ports):
        message_id: str
        """The id the mail was sent with."""
        recipients: int
        """How many addresses it went to."""

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return who gets it."""
        to: Any = settings.get("to")
        many = ", ".join(map(str, cast("list[Any]", to))) if isinstance(to, list) else to
        return brief(many)

    async def run(self, ctx: Context) -> Output:
        to, cc = cast("list[str]", self.to), cast("list[str]", self.cc)
        if not to:
            raise UserError("Input 'to' is empty.", hint="Say who gets the mail.")
        message = EmailMessage()
        sender = _address(self.account.sender, "sender")
        message["From"] = sender
        message["To"] = tuple(_address(entry, "to") for entry in to)
        if cc:
            message["Cc"] = tuple(_address(entry, "cc") for entry in cc)
        message["Subject"] = _one_line(self.subject, "subject")
        message["Date"] = format_datetime(ctx.clock.now())
        # Made from the step, so that a second try is recognised as the same mail.
        token = hashlib.sha256(ctx.step_id.encode()).hexdigest()[:32]
        message["Message-ID"] = f"<{token}@{sender.domain}>"
        message.set_content(self.text)
        if self.html.strip():
            message.add_alternative(self.html, subtype="html")
        sent = await ctx.mail.send(self.account, message)
        return self.Output(message_id=sent, recipients=len(to) + len(cc))


def _one_line(text: str, name: str) -> str:
    line = text.strip()
    if re.search(r"[\r\n\0]", line):
        raise UserError(
            f"Input {name!r} has more than one line.",
            hint="Give it one line; a line break here could smuggle in other headers.",
        )
    return line


def _address(entry: str, name: str) -> Address:
    line = _one_line(entry, name)
    pairs = getaddresses([line])
    if len(pairs) == 1 and re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", pairs[0][1]):
        with suppress(ValueError, IndexError, MessageError):
            return Address(display_name=pairs[0][0], addr_spec=pairs[0][1])
    raise UserError(
        f"{line[:100]!r} is no mail address.",
        hint="Write it as 'name@example.org' or 'Name <name@example.org>'.",
    )
