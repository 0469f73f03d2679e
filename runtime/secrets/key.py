"""The key of the vault: one file that only its owner may read."""

import hashlib
import os
import secrets
import stat
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from nodes.sdk import UserError

_KEY_BYTES = 32
_NONCE_BYTES = 12


class VaultKey:
    """Encrypts and decrypts; every ciphertext belongs to one place and opens nowhere else."""

    def __init__(self, material: bytes) -> None:
        self._cipher = AESGCM(material)
        self.id = hashlib.sha256(b"loomline vault key\x00" + material).hexdigest()[:12]
        """Says which key it is and nothing about it; stored with every secret."""

    @classmethod
    def load(cls, file: Path) -> "VaultKey":
        """Read the key; make one at the first use, and refuse one that others could read."""
        try:
            handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except FileNotFoundError:
            return cls._make(file)
        except OSError as error:
            raise UserError(
                f"The vault key {str(file)!r} cannot be read: {error.strerror or error}.",
                hint="Check that it is a plain file and belongs to the user Loomline runs as.",
            ) from error
        with os.fdopen(handle, "rb") as opened:
            mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
            material = opened.read(_KEY_BYTES + 1)
        if os.name == "posix" and mode & 0o077:
            raise UserError(
                f"Others can read the vault key {str(file)!r}.",
                hint=f"Run `chmod 600 {file}`; if somebody may have read it, renew the keys in it.",
            )
        if len(material) != _KEY_BYTES:
            raise UserError(
                f"{str(file)!r} is no vault key.",
                hint="Put the right file back from the backup; without it no secret can be read.",
            )
        return cls(material)

    @classmethod
    def _make(cls, file: Path) -> "VaultKey":
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        material = secrets.token_bytes(_KEY_BYTES)
        temporary = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as made:
                made.write(material)
                made.flush()
                os.fsync(made.fileno())
            # A link and no rename: if two starts race, the first key stays.
            os.link(temporary, file)
        except FileExistsError:
            return cls.load(file)
        except OSError:
            # Some file systems know no links; there the window is small enough.
            temporary.rename(file)
        finally:
            temporary.unlink(missing_ok=True)
        return cls(material)

    def encrypt(self, plain: bytes, place: bytes) -> bytes:
        """Return the ciphertext of a secret for one place."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, place)

    def decrypt(self, ciphertext: bytes, place: bytes) -> bytes | None:
        """Return the secret; None when it was changed, or belongs to another place."""
        try:
            return self._cipher.decrypt(ciphertext[:_NONCE_BYTES], ciphertext[_NONCE_BYTES:], place)
        except (InvalidTag, ValueError):
            return None
