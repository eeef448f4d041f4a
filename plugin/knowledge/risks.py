"""What a medical reviewer would raise, and what the product does about each (part H): H-01 to H-42, in their order.

None of these is solved by software alone; the page names what is left to people. What may not live here: rules.
"""

from plugin.grammar import Risk

RISKS = (
    Risk(
        id="H-01",
        issue="The arrows of the algorithm are reconstructed; the figure could not be read.",
        does="Every pathway card says so. The tree is one declaration that a reviewer can lay beside the figure and change.",
    ),
    Risk(
        id="H-02",
        issue="The deck gives no criterion for the need of consolidation.",
        does="CONS is derived in one order that is ours; the card names the finding that decided, and asks when none does.",
    ),
    Risk(
        id="H-03",
        issue="A few metastases: the deck does not say how many.",
        does="`few_lesions` is a setting. More with curative intent goes to the board; intent is never inferred from the number.",
    ),
    Risk(
        id="H-04",
        issue="Chordoma and plasmacytoma have another standard of care.",
        does="A comment on the card, the tumour board (OS-13) and radiotherapy (OS-16) in every suggestion; no gate.",
    ),
    Risk(
        id="H-05",
        issue="The series of 204 cases does not name osteoid osteoma.",
        does="Its figures are quoted for osteoid osteoma only, as the deck's series (TR-03, TR-04, AN-19).",
    ),
    Risk(
        id="H-06",
        issue="Denominators are missing for complications.",
        does="Figures are quoted as the authors' series, never as this patient's probability (AN-15, AN-19).",
    ),
    Risk(
        id="H-07",
        issue="Close to a neural structure is not defined by the deck.",
        does="`close_to_neural_structure_mm` is a setting; a distance or cortex that is not known counts as close (SR-20).",
    ),
    Risk(
        id="H-08",
        issue="5 % dextrose with cryoablation: the deck says no, others describe warm fluid.",
        does="The deck is followed (TR-14, TP-06); a hospital may allow it by a switch, and the card names the conflict.",
    ),
    Risk(
        id="H-09",
        issue="Cryoablation or RFA in blastic lesions: the sources differ.",
        does="Both get caution with the reason, and none is removed (TR-11).",
    ),
    Risk(
        id="H-10",
        issue="RFA beside metal may be acceptable with some systems.",
        does="RFA is to be avoided and the board is called for (TR-10); cavitation gets caution. Metal removed lifts it.",
    ),
    Risk(
        id="H-11",
        issue="Many hospitals have no laser.",
        does="A hospital names what it offers; what it does not offer is left out.",
    ),
    Risk(
        id="H-12",
        issue="Cement beside a breached posterior wall: older text forbids it, series show it.",
        does="Cement stays available with fluoroscopy and leak check (SR-06, TP-20) and a call for the board; never automatic.",
    ),
    Risk(
        id="H-13",
        issue="Cavitation has one line in the deck, and decompression was still being worked on.",
        does="It is called an evolving technique, a hospital can leave it out, and PAL_CAV adds the board (OS-13).",
    ),
    Risk(
        id="H-14",
        issue="The anaesthesia slide is lost.",
        does="Each item of the checklist carries its mark: deck, outside the deck, ours, or unverified.",
    ),
    Risk(
        id="H-15",
        issue="One temperature hides that time matters too.",
        does="Warning, stop and cold alarm are settings with ranges; the site's protocol prevails (SR-22, SR-23).",
    ),
    Risk(
        id="H-16",
        issue="The hold table comes from a secondary transcription and means creatinine clearance.",
        does="It is shown with that caveat, an eGFR is marked as such, and the product stops no drug (SR-12, SR-13).",
    ),
    Risk(
        id="H-17",
        issue="The ages at which a patient counts as a child are ours.",
        does="A child goes to the board (gate 5), a minor gets an item (AN-20); both are marked as ours.",
    ),
    Risk(
        id="H-18",
        issue="Pregnancy: the rule could not be read in a source.",
        does="A documented one goes to the board and never gets 131-I (SR-05); one that is possible holds the orders (SR-16).",
    ),
    Risk(
        id="H-19",
        issue="The evidence is old, mostly from single centres and uncontrolled.",
        does="Sources are shown with their year, and every card says: option within multidisciplinary care.",
    ),
    Risk(
        id="H-20",
        issue="Reading free text can go wrong: negation, history, other levels, sides.",
        does="What is in doubt is not known; the sentence that was read is shown; the canal is never assumed free.",
    ),
    Risk(
        id="H-21",
        issue="Codes are coarse: any bone, any benign tumour, no level.",
        does="A code without a level counts only under the rules of attribution; otherwise the card asks.",
    ),
    Risk(
        id="H-22",
        issue="Too many cards are ignored.",
        does="Nothing is shown out of scope, one lead card for each lesion, and critical only for an emergency.",
    ),
    Risk(
        id="H-23",
        issue="Codes copied from elsewhere may be wrong.",
        does="Only listed codes are read, with tested check digits; an unverified one raises an alarm, a hold or a question.",
    ),
    Risk(
        id="H-24",
        issue="Terminologies have licences.",
        does="Ids are shipped with our own wording, without the descriptors of the terminologies.",
    ),
    Risk(
        id="H-25",
        issue="Software that recommends a procedure may be a medical device.",
        does="Stated as not for clinical use until assessed; version, rules and evidence stand on every card.",
    ),
    Risk(
        id="H-26",
        issue="The deck gives no threshold for pain.",
        does="Pain is present or absent and the value is shown; `moderate_pain_mm` is off and would change wording only.",
    ),
    Risk(
        id="H-27",
        issue="A missing neurological examination may delay a decompression.",
        does="Gate 2u asks before anything is suggested; one older than `neuro_exam_max_age_days` counts as missing.",
    ),
    Risk(
        id="H-28",
        issue="131-I helps only in iodine-avid thyroid cancer, and contrast blocks uptake.",
        does="A referral is suggested, not the therapy; it asks for histology and avidity and warns of contrast (OS-10, OS-02).",
    ),
    Risk(
        id="H-29",
        issue="Alcohol near the canal, and in sclerotic bone.",
        does="It is to be avoided where a neural structure is close or not known (TR-02) and with the canal involved; "
        "sclerotic bone is left to the reviewer.",
    ),
    Risk(
        id="H-30",
        issue="The nerve injuries of the deck are pelvic and sacral.",
        does="TP-13 and TP-14 stand only at the levels where these nerves run.",
    ),
    Risk(
        id="H-31",
        issue="The deck says nothing of residual tumour and margins.",
        does="The words are complete ablation intended, never cured; follow-up and imaging are items (OS-15, OS-17).",
    ),
    Risk(
        id="H-32",
        issue="Good results are easily oversold.",
        does="The share that was not satisfactory is named with the series (AN-19); figures stand only with their definition.",
    ),
    Risk(
        id="H-33",
        issue="SINS was built for metastases.",
        does="It is not used for benign lesions.",
    ),
    Risk(
        id="H-34",
        issue="What nobody recorded is read as none for a closed list of facts.",
        does="The card asks for it as an optional question; what could not be read is never taken as none.",
    ),
    Risk(
        id="H-35",
        issue="The order in which the need for consolidation is derived is ours.",
        does="It stands as one ordered list on the page of questions; a documented collapse outweighs a low SINS.",
    ),
    Risk(
        id="H-36",
        issue="What counts as a refusal is ours.",
        does="Only the listed consents and decisions count; if consents could not be read, nothing is suggested.",
    ),
    Risk(
        id="H-37",
        issue="The limits at which an NSAID is left out are in no source that was read.",
        does="It is left out with its reason, by class and local protocol, never dose or product (OS-09).",
    ),
    Risk(
        id="H-38",
        issue="A diagnosis without a level may belong to another bone.",
        does="It counts only for a single spinal lesion with no other bone site; otherwise gate 4u asks.",
    ),
    Risk(
        id="H-39",
        issue="Many numbers are ours, all limits of age among them.",
        does="The page of thresholds marks each; a site may change them within a range, and the card shows a local value.",
    ),
    Risk(
        id="H-40",
        issue="The emergency gate looks at the whole spine and stops every suggestion.",
        does="Kept so; a root deficit alone and one recorded as old and stable do not raise it, a preliminary report does."
        " It is open to review.",
    ),
    Risk(
        id="H-41",
        issue="Which of two contradicting sources counts is ours.",
        does="A contradiction counts as not known and both sides are shown (CR-04).",
    ),
    Risk(
        id="H-42",
        issue="Close to bowel holds only from L1 to the coccyx.",
        does="Above, the card names the neighbouring organs instead (SR-21); thermocouple and CO2 stand at every level.",
    ),
)
"""In the order of part H."""
