"""Another kind of client, another language: the same service, as it would answer them.

Connections and ledger are the process's own, whoever asks. What may not live here: what a kind of client can take (`profiles`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from cds_hooks.desk import Desk
from cds_hooks.site import ClientSettings, Profile, Site
from cds_hooks.words import load_words
from plugin.knowledge import KNOWLEDGE

Variants = Callable[[Profile, str], Desk]


def variants_of(desk: Desk) -> Variants:
    """The desk for a kind of client and a language; each is made once."""

    @cache
    def variant(profile: Profile, language: str) -> Desk:
        own = replace(desk, site=_site(desk.site, profile, language), words={language: load_words(language, KNOWLEDGE)})
        vars(own).update(session=desk.session, ledger=desk.ledger)
        return own

    return variant


def _site(site: Site, profile: Profile, language: str) -> Site:
    def as_if(client: ClientSettings) -> ClientSettings:
        return replace(client, profile=profile, language=language)

    return replace(
        site,
        language=language,
        clients=tuple(as_if(client) for client in site.clients),
        defaults=as_if(site.defaults),
    )
