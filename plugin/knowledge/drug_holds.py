"""How long a drug is usually held before a procedure of high bleeding risk, and when it is restarted (X-42).

Shown with its caveat, never as an order to stop a drug: the table comes from a secondary transcription and must be checked
against the paper (H-16). Its columns mean creatinine clearance, not eGFR (F-29). What may not live here: which drug a record
names, and whether there is a hold (`safety`).
"""

from plugin.grammar import DrugHold

ROWS = (
    DrugHold(drug="warfarin", hold="5 days, until INR 1.8 or less", restart="next day"),
    DrugHold(drug="apixaban", hold="4 doses", below=50, low="6 doses", restart="24 h"),
    DrugHold(drug="dabigatran", hold="4 doses", below=50, low="6 to 8 doses", restart="24 h"),
    DrugHold(drug="rivaroxaban", hold="2 doses", below=30, low="3 doses (15 to 29)", restart="24 h"),
    DrugHold(drug="edoxaban", hold="2 doses", restart="24 h"),
    DrugHold(drug="betrixaban", hold="3 doses", restart=""),
    DrugHold(drug="heparin", hold="IV 4 to 6 h, SC 6 h", restart="6 to 8 h"),
    DrugHold(drug="enoxaparin", hold="prophylactic 1 dose, therapeutic 2 doses or 24 h", restart="12 h"),
    DrugHold(drug="dalteparin", hold="1 dose", restart="12 h"),
    DrugHold(drug="fondaparinux", hold="2 to 3 days", below=50, low="3 to 5 days", restart="24 h"),
    DrugHold(drug="argatroban", hold="2 to 4 h", restart=""),
    DrugHold(drug="bivalirudin", hold="2 to 4 h", restart=""),
    DrugHold(drug="clopidogrel", hold="5 days", restart="6 h for 75 mg, 24 h after loading"),
    DrugHold(drug="ticagrelor", hold="5 days", restart=""),
    DrugHold(drug="prasugrel", hold="7 days", restart=""),
    DrugHold(drug="aspirin", hold="3–5 days (individual decision)", restart="next day"),
    DrugHold(drug="cilostazol", hold="none (do not hold)", restart=""),
)
