"""The reading of a chart: from draft orders and records to the evidence of each lesion.

Two doors: `planned_procedures` (is one of our procedures selected?) and `read_evidence` (chart -> evidence). Nothing else of
this package is for others. Reading is pure: no clock, no network, no decision.
"""
