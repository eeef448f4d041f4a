"""Bytes -> one JSON object, parsed once, and never deeper than we are willing to walk.

Of two members of one name the last one counts; whatever is checked later is what was parsed here, so no check of ours sees the
other. What the object means stands in ``requests.py``.
"""

from typing import Any

import orjson

from cds_hooks.failures import Malformed
from cds_hooks.messages import Json

MAX_DEPTH = 64

_STRUCTURE = b'{}[]"'
_NO_STRUCTURE = bytes(set(range(256)) - set(_STRUCTURE))
_PARSER_LEVELS = 1024  # orjson's own limit, documented
_WRAPPED_FROM = 40_000  # bytes from which the parser's own count is cheaper than ours, measured


def parse(body: bytes) -> Json:
    """The JSON object of a body that is no deeper than MAX_DEPTH. Raises Malformed."""
    try:
        value = _parsed(body)
    except (orjson.JSONDecodeError, ValueError):
        raise Malformed(f"The body must be valid JSON of at most {MAX_DEPTH} levels.") from None
    if type(value) is not dict:
        raise Malformed("The body must be a JSON object.")
    return value


def _parsed(body: bytes) -> Any:
    """Two ways to the same answer, because the limit must not cost much beside the parsing (contract 7, speed)."""
    if len(body) < _WRAPPED_FROM:
        if _depth(body) > MAX_DEPTH:
            raise ValueError
        return orjson.loads(body)
    # A long body is put into so many lists that the parser's own limit falls on our level.
    spare = _PARSER_LEVELS - MAX_DEPTH
    value = orjson.loads(b"[" * spare + body + b"]" * spare)
    for _ in range(spare):
        (value,) = value  # exactly one: a body such as `1],[2` does not slip through
    return value


def _depth(body: bytes) -> int:
    """Levels of brackets outside strings; of text that is no JSON any number, the parser refuses it anyway."""
    if b"\\" in body:
        body = body.replace(b"\\\\", b"").replace(b'\\"', b"")
    # Without what stands between, a string without brackets is `""`. One with brackets leaves an odd run of quotes.
    structure = body.translate(None, _NO_STRUCTURE).replace(b'""', b"")
    if b'"' in structure:
        structure = b"".join(body.split(b'"')[::2]).translate(None, _NO_STRUCTURE)
    depth = 0
    while structure and depth <= MAX_DEPTH:
        inner = structure.replace(b"{}", b"").replace(b"[]", b"")
        if len(inner) == len(structure):
            break
        structure, depth = inner, depth + 1
    return depth
