"""The schemas of requests and answers, put into an OpenAPI document. Which addresses there are, ``routes`` knows.

Nothing is read or dumped by what stands here. Described is what a client may rely on: that null counts as missing and that
unknown members are ignored (G6) is tolerance, not promise.
"""

from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.common import resolve_schema_cls
from marshmallow import EXCLUDE, INCLUDE, Schema, fields
from marshmallow.validate import Equal, Length

from cds_hooks.wire import shapes
from cds_hooks.wire.entries import EntrySchema
from cds_hooks.wire.feedback import MOST_ENTRIES
from cds_hooks.wire.requests import AuthorizationSchema, ContextSchema, RequestSchema, SignContextSchema

OPENAPI = "3.1.0"


class DescriptionSchema(Schema):
    """An OpenAPI document."""

    class Meta:
        unknown = INCLUDE

    openapi = fields.String(required=True, validate=Equal(OPENAPI))


class FeedbackSchema(Schema):
    """As it is read, entry by entry."""

    class Meta:
        unknown = EXCLUDE

    feedback = fields.List(fields.Nested(EntrySchema), required=True, validate=Length(min=1, max=MOST_ENTRIES))


def _sent(hook: str, context: type[Schema], name: str) -> type[Schema]:
    """A request as it is read, with what is inside spelt out."""
    inside: dict[str, fields.Field[Any]] = {
        "hook": fields.String(required=True, validate=Equal(hook)),
        "context": fields.Nested(context, required=True),
        "authorization": fields.Nested(AuthorizationSchema, data_key="fhirAuthorization"),
    }
    return RequestSchema.from_dict(inside, name=name)


_NEEDS_SERVER = {"dependentRequired": {"fhirAuthorization": ["fhirServer"]}}
_NAMES_WHAT = {
    "if": {"properties": {"outcome": {"const": "accepted"}}},
    "then": {"properties": {"acceptedSuggestions": {"minItems": 1}}, "required": ["acceptedSuggestions"]},
}
_BODIES: tuple[tuple[type[Schema], dict[str, Any]], ...] = (
    (shapes.ResourceSchema, {}),
    (_sent("order-select", ContextSchema, "OrderSelect"), _NEEDS_SERVER),
    (_sent("order-sign", SignContextSchema, "OrderSign"), _NEEDS_SERVER),
    (EntrySchema, _NAMES_WHAT),
    (FeedbackSchema, {}),
    (DescriptionSchema, {}),
    (shapes.CardsSchema, {}),
    (shapes.DiscoverySchema, {}),
    (shapes.FeedbackAnswerSchema, {}),
    (shapes.HealthSchema, {}),
    (shapes.ReadinessSchema, {}),
    (shapes.OperationOutcomeSchema, {}),
)


def described(**document: Any) -> APISpec:
    """A document that holds every schema under its name; ``document`` is what APISpec takes beside its version."""
    plugin = MarshmallowPlugin(schema_name_resolver=_name)
    spec = APISpec(openapi_version=OPENAPI, plugins=[plugin], **document)
    plugin.converter.add_attribute_function(_as_read)  # type: ignore[union-attr]  # there from APISpec on
    for schema, more in _BODIES:
        spec.components.schema(_name(schema), component=more, schema=schema)
    return spec


def _name(schema: Any) -> str:
    return resolve_schema_cls(schema).__name__.removesuffix("Schema")  # type: ignore[union-attr]  # one class, no list


def _as_read(_converter: Any, field: fields.Field[Any], ret: dict[str, Any]) -> dict[str, Any]:
    """A field of our own says itself what it reads; what is taken where it is missing or null is our matter."""
    described = getattr(field, "described", None)
    if described is not None:
        ret.clear()
        return dict(described)
    ret.pop("default", None)
    if field.allow_none and "type" in ret:
        (ret["type"],) = (kind for kind in ret["type"] if kind != "null")
    for whole, _null in (ret.pop("anyOf"),) if "anyOf" in ret else ():
        ret.update(whole)
    return {}
