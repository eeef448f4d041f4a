"""What our answers look like, as schemas: they are described by them and compared with them; nothing is dumped by them.

An answer has no member that is not named here, but for FHIR resources, which their own specification describes (G2, K1).
What may not live here: how an answer is made (``answers``).
"""

from typing import Any

from marshmallow import INCLUDE, Schema, fields
from marshmallow.validate import Equal, Length, OneOf, Range

from cds_hooks.families import FAMILIES
from cds_hooks.messages import ActionType, Indicator, LinkType, SelectionBehavior
from cds_hooks.wire.answers import ADVICE_KEY
from fhir_profiles.codes import CARD_TOPIC, OVERRIDE_REASON
from plugin.answer import Status
from plugin.grammar import Outcome

MOST_CARDS = 8
LONGEST_SUMMARY = 139


def _text(*, about: str = "", longest: int | None = None, **more: Any) -> fields.String:
    return fields.String(validate=Length(min=1, max=longest), metadata={"description": about} if about else {}, **more)


def _one_of(*codes: str, **more: Any) -> fields.String:
    return fields.String(validate=OneOf(sorted(codes)), **more)


def _exactly(code: str, **more: Any) -> fields.String:
    return fields.String(required=True, validate=Equal(code), **more)


def _scalar(**more: Any) -> fields.Raw:
    return fields.Raw(metadata={"type": ["string", "number", "boolean"]}, **more)


def _some(one: type[Schema] | fields.Field[Any], **more: Any) -> fields.List[Any]:
    """A list that is left out where it would be empty (G2)."""
    each = one if isinstance(one, fields.Field) else fields.Nested(one)
    return fields.List(each, validate=Length(min=1), **more)


class ResourceSchema(Schema):
    """A FHIR resource."""

    class Meta:
        unknown = INCLUDE

    resource_type = _text(required=True, data_key="resourceType")


class ActionSchema(Schema):
    type = fields.Enum(ActionType, by_value=True, required=True)
    description = _text(required=True)
    resource = fields.Nested(ResourceSchema)
    resource_id = _text(data_key="resourceId")


class SuggestionSchema(Schema):
    uuid = fields.UUID(required=True)
    label = _text(required=True)
    is_recommended = fields.Boolean(data_key="isRecommended")
    actions = _some(ActionSchema)


class TopicSchema(Schema):
    system = _exactly(CARD_TOPIC)
    code = _one_of(*FAMILIES["topic"], required=True)
    display = _text(required=True)


class SourceSchema(Schema):
    label = _text(required=True)
    url = fields.URL(metadata={"format": "uri"})
    topic = fields.Nested(TopicSchema, required=True)


class OverrideReasonSchema(Schema):
    code = _one_of(*FAMILIES["override"], required=True)
    system = _exactly(OVERRIDE_REASON)
    display = _text(required=True)


class LinkSchema(Schema):
    label = _text(required=True)
    url = fields.URL(required=True, metadata={"format": "uri"})
    type = fields.Enum(LinkType, by_value=True, required=True)
    app_context = _text(data_key="appContext")


class LesionSchema(Schema):
    level = _text(required=True)
    side = _one_of(*FAMILIES["side"])
    part = _one_of(*FAMILIES["part"])


class TechniqueSchema(Schema):
    code = _one_of(*FAMILIES["technique"], required=True)
    state = _one_of(*FAMILIES["state"], required=True)
    rules = _some(_text())


class ValueSchema(Schema):
    """One of several values that disagree."""

    value = _scalar(required=True)
    unit = _text()
    seen_in = _some(_text(), data_key="seenIn")
    on = fields.Date()


class EvidenceSchema(Schema):
    fact = _text(required=True)
    code = _text()
    status = fields.Enum(Status, by_value=True, required=True)
    value = _scalar()
    unit = _text()
    values = _some(ValueSchema)
    seen_in = _some(_text(), data_key="seenIn")
    on = fields.Date()
    text = _text(about="A sentence of a report, as it stands there: not escaped")


class AdviceSchema(Schema):
    """The machine-readable part of a card."""

    kind = _one_of(*FAMILIES["topic"], required=True)
    knowledge_version = _text(required=True, data_key="knowledgeVersion")
    lesion = fields.Nested(LesionSchema)
    outcome = _one_of(*Outcome)
    possible_outcomes = _some(_one_of(*Outcome), data_key="possibleOutcomes")
    pathway_for_information = _some(_one_of(*Outcome), data_key="pathwayForInformation")
    inputs = fields.Dict(keys=_text(), values=_one_of(*FAMILIES["answer"]))
    techniques = _some(TechniqueSchema)
    holds = _some(_text())
    rules = _some(_text())
    items = _some(_text())
    items_by_technique = fields.Dict(keys=_text(), values=_some(_text()), data_key="itemsByTechnique")
    questions = _some(_text())
    optional_questions = _some(_text(), data_key="optionalQuestions")
    evidence = _some(EvidenceSchema)
    unread = _some(_one_of(*FAMILIES["key"]))


class CardExtensionSchema(Schema):
    advice = fields.Nested(AdviceSchema, required=True, data_key=ADVICE_KEY)


class CardSchema(Schema):
    uuid = fields.UUID(required=True)
    summary = _text(required=True, longest=LONGEST_SUMMARY)
    indicator = fields.Enum(Indicator, by_value=True, required=True)
    source = fields.Nested(SourceSchema, required=True)
    detail = _text(about="GitHub Flavored Markdown without HTML")
    suggestions = _some(SuggestionSchema)
    selection_behavior = fields.Enum(SelectionBehavior, by_value=True, data_key="selectionBehavior")
    override_reasons = _some(OverrideReasonSchema, data_key="overrideReasons")
    links = _some(LinkSchema)
    extension = fields.Nested(CardExtensionSchema, required=True)


class CardsSchema(Schema):
    """The answer of a hook; no cards where there is nothing to say."""

    cards = fields.List(fields.Nested(CardSchema), required=True, validate=Length(max=MOST_CARDS))


class ServiceSchema(Schema):
    hook = _text(required=True)
    id = _text(required=True)
    title = _text(required=True)
    description = _text(required=True)
    usage = _text(data_key="usageRequirements")
    prefetch = fields.Dict(keys=_text(), values=_text())


class DiscoverySchema(Schema):
    services = fields.List(fields.Nested(ServiceSchema), required=True)


class RejectedSchema(Schema):
    index = fields.Integer(required=True, validate=Range(min=0))
    reason = _text(required=True)


class FeedbackAnswerSchema(Schema):
    """How many entries were kept, and which were not."""

    stored = fields.Integer(required=True, validate=Range(min=1))
    rejected = _some(RejectedSchema)


class DetailsSchema(Schema):
    text = _text(required=True)


class IssueSchema(Schema):
    severity = _one_of("fatal", "error", required=True)
    code = _text(required=True)
    details = fields.Nested(DetailsSchema, required=True)
    diagnostics = _text()


class OperationOutcomeSchema(Schema):
    """What goes out instead of an answer; it holds nothing that was sent."""

    resource_type = _exactly("OperationOutcome", data_key="resourceType")
    issue = _some(IssueSchema, required=True)


class HealthSchema(Schema):
    status = _exactly("ok")


class ChecksSchema(Schema):
    """What an instance needs before the first call: "ok" once it was there."""

    knowledge = _one_of("ok", "waiting", required=True)
    keys = _one_of("ok", "waiting", required=True)
    ledger = _one_of("ok", "waiting", required=True)


class ReadinessSchema(Schema):
    status = _one_of("ok", "not ready", "leaving", required=True)
    checks = fields.Nested(ChecksSchema, required=True)
