"""The interpreter's room: FHIR goes in, evidence comes out; order sets go in, draft requests come out.

It answers: what we ask a FHIR server for, what came back and what did not, and what that means in the clinician's words.
What may not live here: a clinical decision (that is `plugin`), and anything of HTTP towards the EHR or of CDS Hooks
(that is `cds_hooks`). FHIR models and codes do not leave this room.
"""
