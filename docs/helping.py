"""The page of commands: what each says of itself when it is asked for `--help`.

What may not live here: a command, and what it says (`cds_hooks.cli`).
"""

from __future__ import annotations

import contextlib
import io
import os
import re

from cds_hooks import cli

_WHAT = """Every command as it explains itself. Exit status of all: 0 good, 1 something found or failed, 2 wrong
usage. What `make` can do: `make help`."""
_COLUMNS = "100"


def page() -> str:
    """The whole page."""
    first = _help()
    names = re.findall(r"^    ([a-z]+)(?: |$)", first, re.MULTILINE)
    blocks = [f"## {name}\n\n```text\n{_help(name)}```" for name in names]
    return "\n\n".join(("# Commands", _WHAT, f"```text\n{first}```", *blocks)) + "\n"


def _help(*command: str) -> str:
    said = io.StringIO()
    width = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = _COLUMNS  # argparse knows no other way to be told
    try:
        with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
            cli.main([*command, "--help"])
    finally:
        del os.environ["COLUMNS"]
        if width is not None:
            os.environ["COLUMNS"] = width
    return said.getvalue()
