"""What does a document say that a resource carries or points at? Its type, and its text in the right characters.

What may not live here: what the text means, how HTML is laid out, and how a document is fetched.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from dataclasses import dataclass, field
from typing import Final

from fhir_profiles.resources.shape import Json, word

READABLE: Final = frozenset({"text/plain", "text/html", "application/xhtml+xml"})
"""The types of document that are read (contract 5.3). PDF is none of them."""
DOCUMENT_LIMIT: Final = 512 * 1024
"""Bytes of one document; a longer one is not read."""

_CHARSETS: Final = frozenset({"utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "cp1252", "cp1254"})
_LATIN: Final = re.compile(r"iso8859-\d{1,2}")
_NAMED: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
_NAMED_INSIDE: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEAD: Final = 1024
"""Where HTML and XML say in which characters they are written."""
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document in characters. `media_type` is one of `READABLE`; markup stands as it was written."""

    media_type: str
    text: str = field(repr=False)


def media_type(content_type: str | None) -> str:
    """`text/html` of `Text/HTML; charset=utf-8`; empty where there is none."""
    return (content_type or "").partition(";")[0].strip().lower()


def document(body: bytes, content_type: str) -> Document | None:
    """A document in the characters that it names, else UTF-8; None for another type, or where the bytes do not fit.

    Nothing is guessed and no character replaced: a lost letter may be a lost "not".
    """
    kind = media_type(content_type)
    if kind not in READABLE or len(body) > DOCUMENT_LIMIT:
        return None
    charset = _charset(body, content_type, kind)
    try:
        return Document(media_type=kind, text=body.decode(charset)) if charset else None
    except UnicodeDecodeError:
        return None


def inline_document(attachment: Json) -> Document | None:
    """What an Attachment, or a Binary resource, holds in `data`; None when it holds nothing that can be read."""
    data = word(attachment, "data")
    if data is None:
        return None
    try:
        body = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return document(body, word(attachment, "contentType") or "")


def _charset(body: bytes, content_type: str, kind: str) -> str:
    """The marks in front of the text, else what the type says, else what the document says; empty for one not read."""
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return charset
    named = _NAMED.search(content_type)
    if named:
        return _known(named[1])
    inside = _NAMED_INSIDE.search(body[:_HEAD]) if kind != "text/plain" else None
    return _known(inside[1].decode("ascii")) if inside else "utf-8"


def _known(charset: str) -> str:
    """The name of a character set that is one: Python knows other codecs under the same roof."""
    try:
        name = codecs.lookup(charset).name
    except LookupError:
        return ""
    return name if name in _CHARSETS or _LATIN.fullmatch(name) else ""
