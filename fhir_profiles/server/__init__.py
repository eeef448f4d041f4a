"""How is a FHIR server read? With a token, in parallel, page by page, under one deadline, and never elsewhere.

The only user of requests, and so the way to the key sets of callers, too. Nothing of a call is logged or put into an error:
addresses hold patient ids, answers hold the record. What may not live here: what is asked for (`queries`), and what an answer
means (`chart`).
"""

from fhir_profiles.server.exchange import json_object
from fhir_profiles.server.faults import GapReason
from fhir_profiles.server.glances import Glance, glance
from fhir_profiles.server.key_sets import fetch_key_set
from fhir_profiles.server.reads import FhirServer, Read
from fhir_profiles.server.resolving import is_loopback, may_list
from fhir_profiles.server.session import Session
from fhir_profiles.server.under_way import Answer, Content, Fetching, Page, Reading

__all__ = [
    "Answer",
    "Content",
    "Fetching",
    "FhirServer",
    "GapReason",
    "Glance",
    "Page",
    "Read",
    "Reading",
    "Session",
    "fetch_key_set",
    "glance",
    "is_loopback",
    "json_object",
    "may_list",
]
