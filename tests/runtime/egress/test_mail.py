import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope

from nodes.mail.send import MailAccount
from nodes.sdk import Credential, OutsideError, UserError
from runtime.egress.gate import Gate
from runtime.egress.mail import Post


@dataclass
class Inbox:
    """A mail server that keeps what it gets."""

    port: int = 0
    mails: list[bytes] = field(default_factory=list[bytes])
    answer: str = "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802 - its name
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(content)
        return self.answer


@pytest.fixture
async def inbox() -> AsyncIterator[Inbox]:
    made = Inbox()

    def check(server: Any, session: Any, envelope: Any, how: Any, data: Any) -> AuthResult:
        return AuthResult(success=data.password == b"right-password", handled=False)

    controller = Controller(
        made,
        hostname="127.0.0.1",
        port=0,
        authenticator=check,
        auth_require_tls=False,
        auth_required=False,
    )
    controller.port = _free_port()
    controller.start()
    made.port = controller.port
    yield made
    controller.stop()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def account(port: int, **values: Any) -> MailAccount:
    return MailAccount.model_validate(
        {
            "host": "127.0.0.1",
            "port": port,
            "security": "none",
            "sender": "Reports <reports@example.org>",
            **values,
        }
    )


def message() -> EmailMessage:
    made = EmailMessage()
    made["To"] = "ann@example.org"
    made["Subject"] = "Report"
    made.set_content("All is well.")
    return made


def post(port: int) -> Post:
    return Post(Gate(allow=[f"127.0.0.1:{port}"]), deadline=10)


async def test_a_mail_arrives_with_sender_and_id(inbox: Inbox) -> None:
    sent = await post(inbox.port).send(account(inbox.port), message())
    assert sent.endswith("@example.org>")
    [mail] = inbox.mails
    assert b"From: Reports <reports@example.org>" in mail
    assert sent.encode() in mail
    assert b"All is well." in mail


async def test_a_login_is_made_when_there_is_a_user(inbox: Inbox) -> None:
    right = account(inbox.port, user="reports", password="right-password")  # noqa: S106 - made up
    await post(inbox.port).send(right, message())
    wrong = account(inbox.port, user="reports", password="wrong-password")  # noqa: S106 - made up
    with pytest.raises(OutsideError, match="refused the login of 'reports'") as caught:
        await post(inbox.port).send(wrong, message())
    assert (caught.value.kind, caught.value.retry) == ("auth", False)
    assert "wrong-password" not in f"{caught.value.message} {caught.value.hint}"
    assert len(inbox.mails) == 1


@pytest.mark.parametrize(("answer", "again"), [("451 later", True), ("550 never", False)])
async def test_a_refusal_says_whether_to_try_again(inbox: Inbox, answer: str, again: bool) -> None:
    inbox.answer = answer
    with pytest.raises(OutsideError, match=answer[:3]) as caught:
        await post(inbox.port).send(account(inbox.port), message())
    assert caught.value.retry is again


async def test_a_server_that_is_not_there_is_a_connection_error() -> None:
    port = _free_port()
    with pytest.raises(OutsideError, match="cannot be reached") as caught:
        await post(port).send(account(port), message())
    assert caught.value.kind == "connection"


async def test_mail_passes_the_gate_too(inbox: Inbox) -> None:
    with pytest.raises(UserError, match="must not be reached"):
        await Post(Gate()).send(account(inbox.port), message())
    assert inbox.mails == []


class Other(Credential, kind="other"):
    """No mail account."""

    token: str


async def test_another_kind_of_credential_is_refused() -> None:
    with pytest.raises(UserError, match="no mail account"):
        await Post(Gate()).send(Other(token="x"), message())  # noqa: S106 - made up
