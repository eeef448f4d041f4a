"""The clinician's room: what is known of a patient goes in, what may be said about the planned procedure comes out.

It answers: which outcome, which techniques in which state, which holds, precautions, questions and order sets follow
from the evidence, and by which rule of which source. What may not live here: reading or writing of any kind, the clock,
chance, FHIR, HTTP, JSON, logs. Everything a function needs is an argument; everything it has to say is its result.
"""
