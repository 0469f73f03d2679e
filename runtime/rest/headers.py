"""What every answer tells the browser to refuse."""

import secrets
from collections.abc import Iterable, MutableSequence
from typing import Final

Header = tuple[bytes, bytes]

_ALWAYS: Final[tuple[Header, ...]] = (
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"x-robots-tag", b"noindex, nofollow, noarchive"),
    (
        b"permissions-policy",
        b"camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
)
_OVERRULED: Final = frozenset(
    {
        *(name for name, _ in _ALWAYS),
        b"content-security-policy",
        b"referrer-policy",
        b"server",
        b"x-powered-by",
        b"access-control-allow-origin",
        b"access-control-allow-credentials",
    }
)
_BOTH: Final = (
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'"
)


def new_nonce() -> str:
    """Return a number used once: scripts of a page run only when they carry it."""
    return secrets.token_urlsafe(16)


def policy(nonce: str) -> bytes:
    """Return the content security policy.

    With a nonce it is that of an application page: NiceGUI compiles templates and runs what the
    server sends by `eval`, so that must be allowed, and styles are set inline; inline scripts and
    event handlers that do not carry the nonce are dead. Without one, nothing but our own files.
    """
    if nonce:
        scripts = f"script-src 'self' 'nonce-{nonce}' 'unsafe-eval'; worker-src 'self' blob:"
        styles = "style-src 'self' 'unsafe-inline'"
    else:
        scripts = "script-src 'self'"
        styles = "style-src 'self'"
    return f"default-src 'none'; {scripts}; {styles}; manifest-src 'self'; {_BOTH}".encode()


def hardened(
    headers: Iterable[Header], *, nonce: str, referrer: bytes, secure: bool, immutable: bool
) -> MutableSequence[Header]:
    """Return `headers` with ours in place of whatever was said about the same things.

    Only files whose address changes with their content may be kept by the browser.
    """
    kept = [(name, value) for name, value in headers if name.lower() not in _OVERRULED]
    cached = any(name.lower() == b"cache-control" for name, _ in kept)
    if not (immutable and cached):
        kept = [(name, value) for name, value in kept if name.lower() != b"cache-control"]
        kept.append((b"cache-control", b"no-store"))
    kept += _ALWAYS
    kept.append((b"content-security-policy", policy(nonce)))
    kept.append((b"referrer-policy", referrer))
    if secure:
        kept.append((b"strict-transport-security", b"max-age=31536000"))
    return kept
