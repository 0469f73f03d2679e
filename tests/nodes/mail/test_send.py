"""Sending mail."""

from typing import Any

import pytest
from pydantic import SecretStr

from nodes.mail import MailAccount, SendMail
from nodes.sdk import OutsideError, UserError
from nodes.sdk.testing import FakeContext, FakeMail

ACCOUNT = MailAccount(
    host="smtp.example.org", sender="Reports <reports@example.org>", password=SecretStr("s3cret")
)


def _mail(**values: Any) -> SendMail:
    filled = {"account": ACCOUNT, "to": "ann@example.org", "subject": "Hi", "text": "Hello"}
    return SendMail.model_validate({**filled, **values})


async def test_it_sends_what_it_was_given() -> None:
    ctx = FakeContext()
    output = await _mail(
        to="Ann <ann@example.org>; bob@example.org", cc=["cid@example.org"], subject="Zürich"
    ).run(ctx)
    (message,) = ctx.mail.messages
    assert message["From"] == "Reports <reports@example.org>"
    assert message["To"] == "Ann <ann@example.org>, bob@example.org"
    assert message["Cc"] == "cid@example.org"
    assert message["Subject"] == "Zürich"
    assert message["Date"] == "Thu, 15 Jan 2026 12:00:00 +0000"
    assert message.get_content() == "Hello\n"
    assert output.recipients == 3
    assert output.message_id == message["Message-ID"]
    assert str(message["Message-ID"]).endswith("@example.org>")


async def test_html_is_an_alternative_to_the_text() -> None:
    ctx = FakeContext()
    await _mail(html="<p>Hello</p>").run(ctx)
    kinds = [part.get_content_type() for part in ctx.mail.messages[0].iter_parts()]
    assert kinds == ["text/plain", "text/html"]


async def test_every_try_of_a_step_has_the_same_id() -> None:
    ids: set[str] = set()
    for attempt in (1, 2):
        ctx = FakeContext(step_id="run_9/mail", attempt=attempt)
        ids.add((await _mail().run(ctx)).message_id)
    assert len(ids) == 1
    assert (await _mail().run(FakeContext(step_id="run_9/other"))).message_id not in ids


@pytest.mark.parametrize(
    "values",
    [
        {"subject": "Hi\r\nBcc: evil@example.org"},
        {"to": "ann@example.org\nBcc: evil@example.org"},
        {"cc": ["ann@example.org\r\n\r\nBody"]},
    ],
)
async def test_headers_cannot_be_smuggled_in(values: dict[str, Any]) -> None:
    ctx = FakeContext()
    with pytest.raises(UserError, match="more than one line"):
        await _mail(**values).run(ctx)
    assert ctx.mail.sent == []


@pytest.mark.parametrize("to", ["ann", "ann@", "@example.org", "a b@example.org", "<>", "a@b@c"])
async def test_what_is_no_address_is_refused(to: str) -> None:
    with pytest.raises(UserError, match="is no mail address"):
        await _mail(to=to).run(FakeContext())


@pytest.mark.parametrize("to", ["", [], " , ", None])
async def test_nobody_is_refused(to: Any) -> None:
    with pytest.raises(UserError, match="Input 'to' is empty"):
        await _mail(to=to).run(FakeContext())


async def test_failures_of_the_server_pass_through() -> None:
    ctx = FakeContext(mail=FakeMail(failure=OutsideError("The mail server is busy.")))
    with pytest.raises(OutsideError, match="busy"):
        await _mail().run(ctx)


def test_a_password_is_never_shown() -> None:
    assert "s3cret" not in repr(_mail())
    assert SendMail.spec.effect == "once"
