"""JSON -> HookRequest. Strict where the specification binds the client, tolerant where real clients are known to stray.

Nothing here judges an order or a record: prefetch and draft orders pass through untouched. Problems name fields,
never values.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from marshmallow import EXCLUDE, Schema, ValidationError, fields

from cds_hooks.failures import Malformed
from cds_hooks.messages import Authorization, HookRequest, Json
from fhir_profiles.resources import kind_of, tail, word

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# Epic's ids have 194 characters and the specification's own sample has U+2011 hyphens, so FHIR's id pattern is too
# narrow. Refused is what would change the meaning of the address or search that the id is put into.
_ID = re.compile(r"""[^\s/?#&,|$\\%<>"'\x00-\x1f]{1,1024}""")
_TOKEN = re.compile(r"[\x21-\x7e]+")
_BEARER = re.compile("[Bb][Ee][Aa][Rr][Ee][Rr]")
_T = TypeVar("_T")


class _Field(fields.Field[_T]):
    """A field whose value is read by one plain function, which ``_reader`` calls without marshmallow in between.

    ``described`` is the same as JSON Schema, for the interface's description.
    """

    described: Mapping[str, Any] = {}

    def read(self, value: Any) -> _T:
        raise NotImplementedError

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> _T:
        return self.read(value)


class _Words(_Field[str]):
    """A string that is not empty and, where a pattern is given, matches it as a whole."""

    def __init__(
        self, what: str = "a string that is not empty", pattern: re.Pattern[str] | None = None, **more: Any
    ) -> None:
        super().__init__(**more)
        self.what = what
        self.pattern = pattern
        self.described = {"type": "string", "minLength": 1} | ({"pattern": f"^{pattern.pattern}$"} if pattern else {})

    def read(self, value: Any) -> str:
        if type(value) is not str or not value or (self.pattern and not self.pattern.fullmatch(value)):
            raise ValidationError(f"must be {self.what}")
        return value


class _Id(_Field[str]):
    """One FHIR id. ``Patient/1`` where a bare id is due is a known slip: the id is taken."""

    def __init__(self, resource_type: str, **more: Any) -> None:
        super().__init__(**more)
        self.resource_type = resource_type
        self.described = {"type": "string", "pattern": rf"^({resource_type}/)?(?!\.{{1,2}}$){_ID.pattern}$"}

    def read(self, value: Any) -> str:
        if type(value) is str:
            bare = value.removeprefix(f"{self.resource_type}/")
            if _ID.fullmatch(bare) and bare not in (".", ".."):
                return bare
        raise ValidationError("must be one FHIR id")


class _Object(_Field[Json]):
    described = MappingProxyType({"type": "object"})

    def read(self, value: Any) -> Json:
        if type(value) is not dict:
            raise ValidationError("must be an object")
        return value


class _References(_Field[tuple[str, ...]]):
    described = MappingProxyType({"type": "array", "items": {"type": "string"}})

    def read(self, value: Any) -> tuple[str, ...]:
        if type(value) is not list or not all(type(one) is str for one in value):
            raise ValidationError("must be an array of references such as ServiceRequest/1")
        return tuple(value)


class _Orders(_Field[tuple[Json, ...]]):
    """The resources of a Bundle. Its type, fullUrls and whatever is no resource do not matter (C10)."""

    described = MappingProxyType(
        {
            "type": "object",
            "properties": {"resourceType": {"const": "Bundle"}, "entry": {"type": "array"}},
        }
    )

    def read(self, value: Any) -> tuple[Json, ...]:
        if type(value) is not dict or value.get("resourceType", "Bundle") != "Bundle":
            raise ValidationError("must be a Bundle")
        entries = value.get("entry")
        if entries is None:
            return ()
        if type(entries) is not list:
            raise ValidationError("must be a Bundle whose entry is an array")
        found = (entry.get("resource") for entry in entries if type(entry) is dict)
        return tuple(resource for resource in found if type(resource) is dict)


class _Seconds(_Field[int]):
    described = MappingProxyType({"type": "integer"})

    def read(self, value: Any) -> int:
        if type(value) is not int:
            raise ValidationError("must be an integer")
        return value


class _Tolerant(Schema):
    """What no field names is ignored (G6)."""

    class Meta:
        unknown = EXCLUDE


class RequestSchema(_Tolerant):
    hook = _Words(required=True)
    hook_instance = _Words("a UUID", _UUID, required=True, data_key="hookInstance")
    context = _Object(required=True)
    prefetch = _Object(load_default=None)
    fhir_server = _Words(load_default=None, data_key="fhirServer")
    authorization = _Object(load_default=None, data_key="fhirAuthorization")


class ContextSchema(_Tolerant):
    patient_id = _Id("Patient", required=True, data_key="patientId")
    user = _Words(required=True, data_key="userId")
    encounter_id = _Id("Encounter", load_default=None, data_key="encounterId")
    selections = _References(required=True)
    draft_orders = _Orders(required=True, data_key="draftOrders")


class SignContextSchema(ContextSchema):
    """Before signature nothing is selected: every order in the list is looked at (C8)."""

    selections = _References(load_default=())


class AuthorizationSchema(_Tolerant):
    access_token = _Words("a bearer token", _TOKEN, required=True)
    token_type = _Words('"Bearer"', _BEARER, required=True)
    expires_in = _Seconds(required=True)
    scope = _Words(required=True)
    subject = _Words(required=True)
    patient = _Id("Patient", load_default=None)


_Reader = Callable[[Json], dict[str, Any]]


def _reader(schema: Schema, inside: str = "") -> _Reader:
    """The fields of a schema, one after the other. ``Schema.load`` does the same, but takes several times as long, which
    an order that does not concern us would pay for (contract 7, speed). Null counts as missing; properties that no
    field names are ignored (G6).
    """
    known = [
        (name, one.data_key or name, one.read, one.required, one.load_default)
        for name, one in schema.load_fields.items()
        if isinstance(one, _Field)
    ]

    def read(data: Json) -> dict[str, Any]:
        values: dict[str, Any] = {}
        problems: list[str] = []
        for name, key, read_value, required, default in known:
            value = data.get(key)
            if value is None and not required:
                values[name] = default
            elif value is None:
                problems.append(f"{inside}{key}: missing")
            else:
                try:
                    values[name] = read_value(value)
                except ValidationError as error:
                    problems.append(f"{inside}{key}: {error.messages[0]}")
        if problems:
            raise Malformed("; ".join(problems))
        return values

    return read


_read_request = _reader(RequestSchema())
_read_context = {
    "order-select": _reader(ContextSchema(), "context."),
    "order-sign": _reader(SignContextSchema(), "context."),
}
_read_authorization = _reader(AuthorizationSchema(), "fhirAuthorization.")


def read_request(body: Json, hook: str = "order-select") -> HookRequest:
    """The call that a body holds. Raises Malformed."""
    request = _read_request(body)
    if request.pop("hook") != hook:
        raise Malformed(f"hook: this service answers {hook} only")
    sent = request.pop("context")
    context = _read_context[hook](sent)
    given = request.pop("authorization")
    authorization = None
    if given is not None:
        authorization = _authorization(given, request["fhir_server"], context["patient_id"])
    notes = tuple(_oddities(sent, context, authorization))
    return HookRequest(**request, **context, authorization=authorization, notes=notes)


def _authorization(given: Json, fhir_server: str | None, patient_id: str) -> Authorization:
    if fhir_server is None:
        raise Malformed("fhirServer: missing, although fhirAuthorization is given (cds-r-1)")
    read = _read_authorization(given)
    if read["patient"] not in (None, patient_id):
        raise Malformed("fhirAuthorization.patient: differs from context.patientId")
    return Authorization(**{name: read[name] for name in ("access_token", "subject", "patient", "scope")})


def _oddities(sent: Json, context: dict[str, Any], authorization: Authorization | None) -> Iterator[str]:
    """What is tolerated, but worth a word in the trail (C2, C3, C4, cds-r-2)."""
    if sent["patientId"] != context["patient_id"]:
        yield "patientId-was-a-reference"
    if context["encounter_id"] is not None and sent["encounterId"] != context["encounter_id"]:
        yield "encounterId-was-a-reference"
    if not context["user"].startswith(("Practitioner/", "PractitionerRole/")):
        yield "userId-is-no-practitioner"
    if not _drafted(context["selections"], context["draft_orders"]):
        yield "selection-without-draft"
    if authorization and authorization.patient is None and "patient/" in authorization.scope:
        yield "cds-r-2"


def _drafted(selections: tuple[str, ...], drafts: tuple[Json, ...]) -> bool:
    """Whether every selection names a draft order."""
    names = {f"{kind_of(draft)}/{word(draft, 'id')}" for draft in drafts}
    return all(each in names or tail(each) in names for each in selections)
