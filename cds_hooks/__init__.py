"""The front desk: HTTP and CDS Hooks. What the EHR says comes in, cards go out; medicine and FHIR live elsewhere."""
