"""Nodes that write mail."""

from nodes.mail.send import MailAccount, SendMail

__all__ = ["MailAccount", "SendMail"]
