"""The front desk: HTTP and CDS Hooks.

It answers: who calls, is the request well formed, which cards go back, and in which words. What may not live here: a
clinical decision (that is `plugin`) and the meaning of a FHIR resource (that is `fhir_profiles`). The spelling of the
CDS Hooks specification does not leave `wire.py`.
"""
