"""Cards and the list of services -> JSON bytes: no null, and nothing empty but the two lists that may be (G2).

What a card says was decided before; nothing here reads or shortens a text.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from cds_hooks.messages import Action, Card, Json, Link, LinkType, OverrideReason, SelectionBehavior, Source, Suggestion
from fhir_profiles.codes import CARD_TOPIC, OVERRIDE_REASON

ADVICE_KEY = "example.spinal-tumour-cds.advice"


_NO_CARDS = b'{"cards":[]}'
_SIGNS_OF_NOTHING = (b"null", b"{}", b"[]", b'""')


def dump_cards(cards: Iterable[Card]) -> bytes:
    """The answer of a hook call. Only an answer that looks as if it held something empty is gone through and pruned."""
    answer = [_card(card) for card in cards]
    if not answer:
        return _NO_CARDS
    raw = orjson.dumps({"cards": answer}, default=_plain)
    if any(sign in raw for sign in _SIGNS_OF_NOTHING):
        raw = orjson.dumps({"cards": [_pruned(card) for card in answer]})
    return raw


def _plain(value: object) -> object:
    """What orjson does not know by itself."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def dump_services(services: Iterable[Json]) -> bytes:
    """The answer of discovery; each service as ``service`` made it."""
    return orjson.dumps({"services": list(services)})


def dump_resource(resource: Json) -> bytes:
    """A published FHIR resource, as it was made."""
    return orjson.dumps(resource, default=_plain)


def service(
    *, hook: str, identifier: str, title: str, description: str, usage: str, prefetch: Mapping[str, str]
) -> Json:
    return _filled(
        hook=hook,
        id=identifier,
        title=title,
        description=description,
        usageRequirements=usage,
        prefetch=dict(prefetch),
    )


def _filled(**members: object) -> dict[str, Any]:
    """Only the members that say something."""
    return {name: value for name, value in members.items() if value is not None and value not in ("", [], {})}


def _card(card: Card) -> Json:
    behaviour = (card.selection_behavior or SelectionBehavior.AT_MOST_ONE) if card.suggestions else None
    return _filled(
        uuid=card.uuid,
        summary=card.summary,
        indicator=card.indicator,
        source=_source(card.source),
        detail=card.detail,
        suggestions=[_suggestion(one) for one in card.suggestions],
        selectionBehavior=behaviour,
        overrideReasons=[_reason(one) for one in card.override_reasons],
        links=[_link(one) for one in card.links],
        extension=_filled(**{ADVICE_KEY: card.advice}),
    )


def _source(source: Source) -> Json:
    topic = {"system": CARD_TOPIC, "code": source.topic_code, "display": source.topic_display}
    return _filled(label=source.label, url=source.url, topic=topic)


def _suggestion(suggestion: Suggestion) -> Json:
    return _filled(
        uuid=suggestion.uuid,
        label=suggestion.label,
        isRecommended=suggestion.is_recommended,
        actions=[_action(one) for one in suggestion.actions],
    )


def _action(action: Action) -> Json:
    return _filled(
        type=action.type, description=action.description, resource=action.resource, resourceId=action.resource_id
    )


def _link(link: Link) -> Json:
    context = link.app_context if link.type is LinkType.SMART else None  # never on an absolute link (cds-resp-3)
    return _filled(label=link.label, url=link.url, type=link.type, appContext=context)


def _reason(reason: OverrideReason) -> Json:
    return {"code": reason.code, "system": OVERRIDE_REASON, "display": reason.display}


def _pruned(value: Any) -> Any:
    """Without null and empty members. A draft that came in with ``coding: [{}]`` must not go out with it (G5).

    Null stays between the members of a list: there it holds a place (FHIR's ``given`` and ``_given``).
    """
    if isinstance(value, Mapping):
        members = ((name, _pruned(one)) for name, one in value.items())
        return {name: one for name, one in members if one is not None and one not in ("", [], {})}
    if isinstance(value, (list, tuple)):
        kept = [one for one in map(_pruned, value) if one not in ("", [], {})]
        return [] if all(one is None for one in kept) else kept
    return value
