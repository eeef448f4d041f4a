"""Can a database be reached, as it stands? Looked at before the service is started; nothing is written, and no table made.

What may not live here: what is done when it cannot (``presence``).
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from cds_hooks.ledger import engines
from cds_hooks.ledger.store import file_of, word_for


def why_not_reached(url: str) -> str:
    """In a few words that hold nothing of the address, which may hold a password; empty where all is well."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        return "it is no address of a database"
    if parsed.get_backend_name() == "sqlite":
        file = file_of(parsed)
        return _why_not_written(file) if file else ""
    engine = engines.apart(parsed)
    try:
        with engine.connect():
            return ""
    except SQLAlchemyError as failure:
        return f"the database does not answer: {word_for(failure)}"
    finally:
        engine.dispose()


def _why_not_written(file: Path) -> str:
    folder = file.parent
    if not folder.is_dir():
        return "the folder of its file does not exist"
    if not os.access(folder, os.W_OK | os.X_OK):
        return "the folder of its file cannot be written to by this user"
    if not file.exists():
        return ""
    if not os.access(file, os.R_OK | os.W_OK):
        return "its file cannot be written by this user"
    try:
        connection = sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        finally:
            connection.close()
    except sqlite3.Error as failure:
        return f"its file is no database that can be read: {failure.sqlite_errorname}"
    return ""
