"""Mail as nodes see it: one message to the server of one account."""

import asyncio
import socket
from email.message import EmailMessage
from email.utils import make_msgid
from typing import Final, Literal, Protocol, runtime_checkable

import aiosmtplib
from pydantic import SecretStr

from nodes.sdk import Credential, OutsideError, UserError
from runtime.egress.gate import Gate

LARGEST_MAIL: Final = 25 << 20
"""Bytes of a message with everything in it."""


@runtime_checkable
class SmtpAccount(Protocol):
    """A credential that names a mail server; `nodes.mail` brings the class."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    user: str
    password: SecretStr
    sender: str


class Post:
    """Implements the door to mail servers."""

    def __init__(self, gate: Gate, *, deadline: float = 60.0) -> None:
        self._gate = gate
        self._deadline = deadline

    async def send(self, account: Credential, message: EmailMessage) -> str:
        """Hand a message to the server of the account and return its message id."""
        if not isinstance(account, SmtpAccount):
            raise UserError("The credential is no mail account.", hint="Choose one of kind 'smtp'.")
        if message["From"] is None:
            message["From"] = account.sender
        if message["Message-ID"] is None:
            message["Message-ID"] = make_msgid(domain=_domain(account.sender))
        if len(message.as_bytes()) > LARGEST_MAIL:
            raise UserError(
                f"The mail is larger than {LARGEST_MAIL >> 20} MB.",
                hint="Send a link instead of the attachment.",
            )
        try:
            async with asyncio.timeout(self._deadline):
                await self._hand_over(account, message)
        except TimeoutError as error:
            raise _no_connection(account, "did not answer in time", kind="timeout") from error
        except (aiosmtplib.SMTPException, OSError) as error:
            raise _refused(account, error) from error
        return str(message["Message-ID"])

    async def _hand_over(self, account: SmtpAccount, message: EmailMessage) -> None:
        addresses = await self._gate.open(account.host, account.port)
        # Connected here, so that it is the address that was checked.
        connection = await _connect(addresses, account.port)
        client = aiosmtplib.SMTP(
            hostname=account.host,
            port=None,
            sock=connection,
            use_tls=account.security == "tls",
            start_tls=account.security == "starttls",
            timeout=self._deadline,
        )
        try:
            await client.connect()
            if account.user:
                await client.login(account.user, account.password.get_secret_value())
            await client.send_message(message)
            await client.quit()
        finally:
            client.close()
            connection.close()


async def _connect(addresses: list[str], port: int) -> socket.socket:
    loop = asyncio.get_running_loop()
    problem: OSError | None = None
    for address in addresses:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        connection = socket.socket(family, socket.SOCK_STREAM)
        connection.setblocking(False)
        try:
            await loop.sock_connect(connection, (address, port))
        except OSError as error:
            connection.close()
            problem = error
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise problem or OSError("no address")


def _refused(account: SmtpAccount, error: Exception) -> UserError | OutsideError:
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return OutsideError(
            f"The mail server {account.host!r} refused the login of {account.user!r}.",
            hint="Check user and password of the credential; some servers want an app password.",
            kind="auth",
            retry=False,
        )
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused | aiosmtplib.SMTPRecipientRefused):
        return UserError(
            f"The mail server {account.host!r} refused the recipients.",
            hint="Check the addresses the mail goes to.",
        )
    if isinstance(error, aiosmtplib.SMTPResponseException):
        again = 400 <= error.code < 500
        return OutsideError(
            f"The mail server {account.host!r} refused the mail with {error.code}.",
            hint="Check the sender and the size of the mail.",
            kind="refused",
            retry=again,
        )
    return _no_connection(account, "cannot be reached", kind="connection")


def _no_connection(account: SmtpAccount, problem: str, *, kind: str) -> OutsideError:
    return OutsideError(
        f"The mail server {account.host!r} at port {account.port} {problem}.",
        hint="Check host, port and encryption of the credential.",
        kind=kind,
    )


def _domain(sender: str) -> str | None:
    domain = sender.rpartition("@")[2].strip(" >")
    return domain if "@" in sender and domain.isascii() and " " not in domain else None
