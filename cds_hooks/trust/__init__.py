"""Is this caller who it says it is? Its token is checked whole, against keys that the site file names (J1-J16).

``gate`` is the door, ``tokens`` what a token must be, ``keys`` where a client's keys come from, ``ahead`` who reads them before
the first call, ``key_sets`` which of them may verify what, ``replay`` whether it was used before, ``reasons`` why somebody was
refused. Which FHIR servers a caller may name is the client's list in ``site``. What may not live here: HTTP statuses
(``failures``), and who remembers the tokens that were seen (``ledger``).
"""

from cds_hooks.trust.gate import Caller, Gate
from cds_hooks.trust.reasons import Reason
from cds_hooks.trust.replay import SeenTokens

__all__ = ["Caller", "Gate", "Reason", "SeenTokens"]
