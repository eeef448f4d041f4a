"""What does a file of keys for comments hold? One Fernet key on each line: the first seals, each of them opens.

What may not live here: what is sealed (``ledger``).
"""

import re
from pathlib import Path

from cds_hooks.site.kinds import Unfit

_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")  # 32 bytes in URL-safe base64
_URL_SAFE = str.maketrans("+/", "-_")
"""`openssl rand -base64 32` makes the same in the other alphabet."""


def comment_keys(file: Path) -> tuple[str, ...]:
    """The keys of a file. Raises Unfit, which tells a line and never what stands there."""
    try:
        lines = file.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Unfit("it cannot be read as text") from None
    keys = {number: line.strip().translate(_URL_SAFE) for number, line in enumerate(lines, start=1) if line.strip()}
    if not keys:
        raise Unfit("it is empty")
    for number, key in keys.items():
        if not _KEY.fullmatch(key):
            raise Unfit(f"line {number} is no key")
    return tuple(keys.values())
