"""Is this caller who it says it is? Its token is checked whole, against keys that the site file names (J1-J16).

Which FHIR servers a caller may name is the client's list in ``site``. What may not live here: HTTP statuses (``failures``),
and who remembers the tokens that were seen (``ledger``).
"""

from cds_hooks.trust.gate import Caller, Gate, SeenTokens

__all__ = ["Caller", "Gate", "SeenTokens"]
