"""From a site file and the environment to a ``Site``: read, check every key, fill in defaults.

What must hold between several keys stands in ``rules.py``; the keys themselves in ``keys.py``.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cds_hooks.site.environment import Tree, lay_over
from cds_hooks.site.keys import CLIENT, PER_CLIENT, ROOT, SECTIONS, STORE, Section, Setting
from cds_hooks.site.kinds import Unfit
from cds_hooks.site.mistakes import Book, SiteMistakes, shown
from cds_hooks.site.rules import check_site
from cds_hooks.site.settings import (
    ClientSettings,
    Feedback,
    FhirLimits,
    Mode,
    Offered,
    Profile,
    Server,
    Site,
    Triggers,
)

DEVELOPMENT: Mapping[str, str] = {"mode": "development", "public_url": "http://127.0.0.1:8000"}
"""What holds when there is no site file at all."""

Values = dict[str, Any]


def load_site(path: Path | None, environ: Mapping[str, str]) -> Site:
    """The site of this file. Raises SiteMistakes with every mistake that was found."""
    site, mistakes = read_site(path, environ)
    if site is None or mistakes:
        raise SiteMistakes(mistakes)
    return site


def read_site(path: Path | None, environ: Mapping[str, str]) -> tuple[Site | None, tuple[str, ...]]:
    """The site as far as the file can be read, with a default where there is a mistake, and every mistake. For whoever looks
    further than the file; what starts takes ``load_site``.
    """
    book = Book(file=str(path) if path else "built-in development settings")
    base = path.parent if path else Path()
    tree = _tree(path, book) if path else dict(DEVELOPMENT)
    if book.mistakes:
        return None, tuple(book.mistakes)
    lay_over(tree, environ, book)
    site = _site(tree, base, book)
    check_site(site, tree, book)
    return site, tuple(book.mistakes)


def _tree(path: Path, book: Book) -> Tree:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # with the mark that editors on Windows put in front
    except OSError as error:
        book.bad_file(error.strerror or "nothing readable", "a site file that exists and can be read")
    except UnicodeDecodeError:
        book.bad_file("text that is not UTF-8", "UTF-8")
    except tomllib.TOMLDecodeError as error:
        book.bad_file(f"no valid TOML: {error}", "TOML, each key once")
    return {}


def _site(tree: Tree, base: Path, book: Book) -> Site:
    inner = {"client", *SECTIONS}
    given = _given(ROOT, {key: value for key, value in tree.items() if key not in inner}, "", base, book, also=inner)
    root = _with_defaults(ROOT, given)
    parts = _sections(SECTIONS, tree, "", base, book)
    full = {name: _with_defaults(section, parts[name]) for name, section in SECTIONS.items()}
    clients = _tables(tree.get("client", []), book)
    shared = {name: parts[name] for name in PER_CLIENT}
    return Site(
        mode=Mode(root["mode"]),
        public_url=root["public_url"] or DEVELOPMENT["public_url"],
        language=root["language"],
        shadow=root["shadow"],
        server=Server(**full["server"]),
        clients=tuple(_client(one, n, shared, root["language"], base, book) for n, one in clients),
        fhir=FhirLimits(**full["fhir"]),
        feedback=Feedback(**full["feedback"]),
        store_url=_store_url(full["store"], base, book),
        defaults=_client_settings({}, shared, root["language"]),
    )


def _tables(found: object, book: Book) -> list[tuple[int, Tree]]:
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        book.note("client", shown(found), "one table for each EHR, written as [[client]]")
        return []
    return list(enumerate(found))


def _client(table: Tree, number: int, shared: Mapping[str, Values], language: str, base: Path, book: Book) -> Any:
    prefix = f"client[{number}]."
    own = {key: value for key, value in table.items() if key not in PER_CLIENT}
    given = _given(CLIENT, own, prefix, base, book, also=PER_CLIENT)
    parts = _sections(PER_CLIENT, table, prefix, base, book)
    return _client_settings(given, {name: shared[name] | parts[name] for name in PER_CLIENT}, language)


def _client_settings(given: Values, parts: Mapping[str, Values], language: str) -> ClientSettings:
    values = _with_defaults(CLIENT, given)
    return ClientSettings(
        **values
        | {
            "issuer": values["issuer"] or "",
            "profile": Profile(values["profile"]),
            "language": values["language"] or language,
            "not_available": _with_defaults(PER_CLIENT["records"], parts["records"])["not_available"],
            "triggers": Triggers(**parts["triggers"]),
            "offered": Offered(**parts["offered"]),
            "thresholds": parts["thresholds"],
            "concept_map": parts["orders"].get("concept_map"),
        }
    )


def _sections(sections: Mapping[str, Section], tree: Tree, prefix: str, base: Path, book: Book) -> dict[str, Values]:
    """For each section the values that were set, and only those."""
    return {
        name: _given(section, tree.get(name, {}), f"{prefix}{name}.", base, book) for name, section in sections.items()
    }


def _given(section: Section, found: object, prefix: str, base: Path, book: Book, *, also: Any = ()) -> Values:
    if not isinstance(found, dict):
        book.note(prefix.rstrip("."), shown(found), f"a table with {', '.join(section.names())}")
        return {}
    values: Values = {}
    for key, value in found.items():
        setting = section.setting(key)
        if setting is None:
            book.unknown(prefix + key, key, (*section.names(), *sorted(also)))
        elif (read := _read(setting, value, prefix + key, base, book)) is not None:
            values[key] = read
    return values


def _read(setting: Setting, value: object, key: str, base: Path, book: Book) -> object:
    try:
        return setting.kind.read(value, base)
    except Unfit as unfit:
        book.note(key, shown(value, secret=setting.secret), setting.kind.allowed, why=unfit.why)
        return None


def _with_defaults(section: Section, given: Values) -> Values:
    return {one.name: given.get(one.name, one.default) for one in section.settings}


def _store_url(values: Values, base: Path, book: Book) -> str:
    """The url itself or the content of url_file, whose path the check has already found to exist."""
    setting = STORE.settings[0]
    if values["url_file"] is None:
        return str(setting.kind.read(values["url"], base))  # the default, too, starts at the site file
    try:
        address = values["url_file"].read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        address = ""  # no url either, and noted as such
    return str(_read(setting, address, "store.url_file", base, book))
