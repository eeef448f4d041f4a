"""How is a FHIR server read? Placeholder of the module that is being written: only why a read is not whole."""

from enum import Enum


class GapReason(Enum):
    """Why a key of the chart is missing, or not whole."""

    FAILED = "failed"
    """An error, or an answer that cannot be read."""
    CUT = "cut"
    """There was more than was read: too many pages or entries, or a page elsewhere."""
    PARTLY = "partly"
    """Some of it could not be read."""
    NO_ACCESS = "no access"
    """Nothing to ask, or the server refused."""
    TIMED_OUT = "timed out"
    """No answer before the deadline."""
