"""Settings from the environment: ``SPINAL_CDS__FHIR__DEADLINE_MS`` and the like are laid over what the file says.

Only where a value goes and how its text is read is decided here; whether it fits is checked afterwards, together
with the file's own values.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

from cds_hooks.site.keys import CLIENT, PER_CLIENT, ROOT, SECTIONS, Section, Setting
from cds_hooks.site.mistakes import Book, shown

PREFIX = "SPINAL_CDS__"
Tree = dict[str, Any]


def lay_over(tree: Tree, environ: Mapping[str, str], book: Book) -> None:
    """Changes ``tree`` in place, tables before the keys inside them."""
    found = [(name, tuple(name[len(PREFIX) :].lower().split("__"))) for name in environ if name.startswith(PREFIX)]
    for name, parts in sorted(found, key=lambda one: (len(one[1]), _clients_in_order(one[1]))):
        value = _value(environ[name], plain=_is_plain(parts))
        place = _place(tree, parts, name, book)
        if place is None:
            continue
        table, last, key = place
        if isinstance(value, dict) and isinstance(table.get(last), dict) and _setting(parts) is None:
            table[last].update(value)  # a whole section: key by key, as everywhere
        else:
            table[last] = value
        book.origins[key] = name


def _clients_in_order(parts: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _value(text: str, *, plain: bool) -> object:
    """Text as it stands, or as TOML. What is no TOML stays text, and the check then says what is allowed."""
    if plain:
        return text
    try:
        read = tomllib.loads(f"value = {text}")
    except tomllib.TOMLDecodeError:
        return text
    return read["value"] if read.keys() == {"value"} else text


def _setting(parts: tuple[str, ...]) -> Setting | Section | None:
    """The setting that a variable names; None if it names a table, or nothing that exists."""
    inside_client = parts[0] == "client" and len(parts) > 1
    rest = parts[2:] if inside_client else parts
    sections = PER_CLIENT if inside_client else SECTIONS
    if len(rest) == 1:
        return (CLIENT if inside_client else ROOT).setting(rest[0])
    section = sections.get(rest[0]) if len(rest) == len(("section", "key")) else None
    return section.setting(rest[1]) if section else None


def _is_plain(parts: tuple[str, ...]) -> bool:
    setting = _setting(parts)
    return isinstance(setting, Setting) and setting.kind.plain


def _place(tree: Tree, parts: tuple[str, ...], name: str, book: Book) -> tuple[Tree, str, str] | None:
    """The table that a variable writes to, the key in it, and the key's full name. None: a mistake was noted."""
    table, rest, prefix = tree, parts, ""
    if parts[0] == "client" and len(parts) > 1:
        client = _client(tree, parts[1], name, book)
        if client is None:
            return None
        if not parts[2:]:
            book.mistakes.append(f"{name}: client[{parts[1]}]: found no key; allowed: {name}__ISSUER and the like")
            return None
        table, rest, prefix = client, parts[2:], f"client[{parts[1]}]."
    for depth, part in enumerate(rest[:-1], start=len(parts) - len(rest) + 1):
        if part not in table:
            book.origins[prefix + part] = name
        inner = table.setdefault(part, {})
        if not isinstance(inner, dict):
            if _setting(parts[:depth]) is not None:
                book.mistakes.append(
                    f"{name}: {prefix}{part}: found a key below a setting; allowed: the setting itself"
                )
            return None  # otherwise a section that the file gets wrong, reported when the file is checked
        table, prefix = inner, f"{prefix}{part}."
    return table, rest[-1], prefix + rest[-1]


def _client(tree: Tree, index: str, name: str, book: Book) -> Tree | None:
    clients = tree.setdefault("client", [])
    if not isinstance(clients, list):
        return None
    if index.isdecimal() and int(index) == len(clients):
        clients.append({})
        book.origins[f"client[{index}]"] = name
    if not index.isdecimal() or int(index) >= len(clients):
        book.origins["client"] = name
        book.note("client", shown(index), f"the number of a client, 0 to {len(clients)}")
        return None
    client = clients[int(index)]
    return client if isinstance(client, dict) else None
