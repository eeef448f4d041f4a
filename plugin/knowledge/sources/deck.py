"""What the source deck states, slide by slide (part A): S-01 to S-91.

The deck's drawings are lost, only its text is left. What may not live here: anything the deck does not say.
"""

from plugin.grammar import Source

_TITLE = "deck: title"
_OUTLINE = "deck: outline"
_ALGORITHM = "deck: algorithm"
_INDICATIONS = "deck: indications"
_T12 = "deck: osteoid osteoma of T12"
_NIDUS_SERIES = "deck: thermal ablation, 204 cases"
_REDUCTION = "deck: tumour reduction"
_BEST = "deck: best indications of thermal ablation"
_LIMITS = "deck: limitations of RFA"
_BLASTIC = "deck: osteoblastic lesions"
_CRYO_TIME = "deck: cryoablation, procedural time"
_CRYO_RESULTS = "deck: cryoablation of bone, results"
_PROTECTION = "deck: thermal protection"
_PAIN_SERIES = "deck: results of thermal ablation, 147 cases"
_COMPLICATIONS = "deck: complications"
_CONCLUSION = "deck: conclusion"

DECK = (
    # Structure of the field
    Source(
        id="S-01", says="The deck is about image-guided treatment of spinal tumours through the skin.", where=_TITLE
    ),
    Source(id="S-02", says="One aim is to ablate a single tumour completely.", where=_OUTLINE),
    Source(id="S-03", says="The other aim is to make a tumour smaller.", where=_OUTLINE),
    Source(
        id="S-04",
        says="Palliation is pain management, by cementoplasty, RF ablation, cryoablation or coblation.",
        where=_OUTLINE,
    ),
    Source(id="S-05", says="Ablation of the tumour may be combined with consolidation.", where=_OUTLINE),
    Source(
        id="S-06",
        says="Decompression by coblation may be combined with consolidation, a word printed on both sides of it.",
        where=_OUTLINE,
    ),
    Source(id="S-07", says="Decompression by cavitation also stands as an entry of its own.", where=_OUTLINE),
    # The algorithm
    Source(id="S-08", says="There is one algorithm with one entry, the management of the tumour.", where=_ALGORITHM),
    Source(id="S-09", says="The first two boxes are the curative and the palliative intent.", where=_ALGORITHM),
    Source(
        id="S-10",
        says="Two boxes, each printed once, ask whether consolidation is needed or not.",
        where=_ALGORITHM,
    ),
    Source(
        id="S-11",
        says="Laser, RF and cryoablation have a box each, and there is one for ablation without a method.",
        where=_ALGORITHM,
    ),
    Source(id="S-12", says="Cavitation has a box.", where=_ALGORITHM),
    Source(id="S-13", says="One condition is growth into the canal or a need for debulking.", where=_ALGORITHM),
    Source(id="S-14", says="One condition is growth into the surrounding tissues.", where=_ALGORITHM),
    Source(id="S-15", says="Cementoplasty has a box, with the sign (+/-) beside it.", where=_ALGORITHM),
    Source(id="S-16", says="One condition is that the tumour has to become smaller.", where=_ALGORITHM),
    Source(id="S-17", says="Three outcome boxes name thermal ablation.", where=_ALGORITHM),
    Source(id="S-18", says="One outcome box leaves the choice of chemical or thermal ablation.", where=_ALGORITHM),
    Source(id="S-19", says="The text that is left has no arrows between the boxes.", where=_ALGORITHM),
    # Anaesthesia
    Source(
        id="S-20",
        says="Anaesthesia has a slide of its own, of which only the heading is left.",
        where="deck: anaesthesia",
    ),
    # Indications
    Source(id="S-21", says="Osteoid osteoma and osteoblastoma can be treated in this way.", where=_INDICATIONS),
    Source(
        id="S-22",
        says="A single metastasis or a few can be treated; what counts as few is left open.",
        where=_INDICATIONS,
    ),
    Source(id="S-23", says="Plasmacytoma can be treated in this way.", where=_INDICATIONS),
    Source(id="S-24", says="Chordoma can be treated in this way; the list is left open behind it.", where=_INDICATIONS),
    Source(
        id="S-25",
        says="Pictured: thermal ablation of an osteoid osteoma in the left lamina of T12.",
        where=_T12,
    ),
    Source(
        id="S-26",
        says="Cited: Adachi A et al., a swine study of how RF ablation of a vertebra heats the spinal canal, "
        "Radiology 2008;247(2):374-80.",
        where=_T12,
        year=2008,
    ),
    Source(
        id="S-27",
        says="Case: Mrs C, 18 years, severe pain from an osteoid osteoma of T8 in spite of 3 g of aspirin a day.",
        where="deck: clinical case, osteoid osteoma of T8",
    ),
    # Results of the nidus series
    Source(id="S-28", says="The series of image-guided thermal ablation has 204 cases.", where=_NIDUS_SERIES),
    Source(id="S-29", says="Most patients have no pain any more after 24 to 48 hours.", where=_NIDUS_SERIES),
    Source(
        id="S-30",
        says="In 8 % it took 1 to 2 weeks until the pain was gone; their nidus lay in a joint.",
        where=_NIDUS_SERIES,
    ),
    Source(
        id="S-31",
        says="The first hours can bring considerable local pain, for which narcotics and an NSAID are given.",
        where=_NIDUS_SERIES,
    ),
    Source(id="S-32", says="A block technique is of help against pain after the procedure.", where=_NIDUS_SERIES),
    Source(id="S-33", says="6 % recurred.", where=_NIDUS_SERIES),
    Source(
        id="S-34",
        says="Pictured: an osteoblastoma of L5, with images of day +1 and day +3.",
        where="deck: osteoblastoma of L5",
    ),
    # Tumour reduction
    Source(id="S-35", says="Metastases of thyroid cancer are the best reason to reduce a tumour.", where=_REDUCTION),
    Source(id="S-36", says="There, RF ablation serves to make the tumour smaller.", where=_REDUCTION),
    Source(
        id="S-37",
        says="Iodine-131 comes after it, to finish off what is left of the tumour.",
        where=_REDUCTION,
    ),
    Source(id="S-38", says="What is aimed at is a smaller volume.", where=_REDUCTION),
    Source(
        id="S-39",
        says="Pictured: thyroid cancer with a large metastasis in bone, ablated and also given iodine-131.",
        where="deck: large metastasis of thyroid cancer",
    ),
    # Palliative pain management
    Source(
        id="S-40",
        says="The part on palliation names cementoplasty, RF ablation, cryoablation and coblation again.",
        where="deck: palliative treatment",
    ),
    Source(
        id="S-41",
        says="Thermal ablation suits painful osteolytic bone tumours best, whether or not soft tissue is invaded.",
        where=_BEST,
    ),
    Source(
        id="S-42", says="The lesion made by RF or cold can be foreseen far better than that of alcohol.", where=_BEST
    ),
    # RF ablation and its limits
    Source(id="S-43", says="Neural structures nearby limit RFA.", where=_LIMITS),
    Source(id="S-44", says="Sensitive organs nearby, such as colon and intestine, limit RFA.", where=_LIMITS),
    Source(id="S-45", says="Close to nerves or sensitive organs a thermocouple is useful in RFA.", where=_LIMITS),
    Source(id="S-46", says="Close to nerves or sensitive organs a bipolar technique is useful in RFA.", where=_LIMITS),
    Source(
        id="S-47",
        says="Injected CO2 or non-ionic solution lowers the risk there, by itself or with the other two measures.",
        where=_LIMITS,
    ),
    Source(
        id="S-48",
        says="RFA should not be used in bone already fixed by osteosynthesis, least of all with the electrode near "
        "metal.",
        where=_LIMITS,
    ),
    # Osteoblastic lesions
    Source(
        id="S-49",
        says="Osteoblastic lesions are a topic of their own between RFA and cryoablation; its pictures are lost.",
        where=_BLASTIC,
    ),
    Source(id="S-50", says="A blastic metastasis of renal cell carcinoma is practically never seen.", where=_BLASTIC),
    Source(id="S-51", says="Prostate carcinoma does make blastic metastases.", where=_BLASTIC),
    # Cryoablation
    Source(id="S-52", says="Cryoablation takes much time.", where=_CRYO_TIME),
    Source(id="S-53", says="Each positioning takes 30 minutes.", where=_CRYO_TIME),
    Source(id="S-54", says="Up to 25 ablations can run at once.", where=_CRYO_TIME),
    Source(id="S-55", says="Up to 25 probes can be in use at once.", where="deck: cryoablation, probes"),
    Source(
        id="S-56",
        says="Cited: Littrup PJ et al., percutaneous cryotherapy of renal masses under CT, J Vasc Interv Radiol "
        "2007;18:383-392.",
        where=_CRYO_TIME,
        year=2007,
    ),
    Source(id="S-57", says="The ice ball can be controlled very well (+++).", where=_CRYO_RESULTS),
    Source(
        id="S-58",
        says="Sclerotic metastases are the exception to the good control of the ice ball.",
        where=_CRYO_RESULTS,
    ),
    Source(
        id="S-59",
        says="CO2 and a thermocouple together protect sensitive structures close to the tumour.",
        where=_CRYO_RESULTS,
    ),
    Source(id="S-60", says="Cement must wait for some time after cryoablation.", where=_CRYO_RESULTS),
    Source(id="S-61", says="Cryoablation hurts little (+++).", where=_CRYO_RESULTS),
    Source(id="S-62", says="Pain is relieved fast and well, significantly so in 75 %.", where=_CRYO_RESULTS),
    Source(
        id="S-63",
        says="Cited: Callstrom MR et al., interim analysis of a prospective trial of cryoablation of painful bone "
        "metastases, Radiology 2006.",
        where=_CRYO_RESULTS,
        year=2006,
    ),
    # Thermal protection
    Source(id="S-64", says="A thermocouple controls the temperature passively (+++).", where=_PROTECTION),
    Source(id="S-65", says="Active protection moves organs away or insulates them.", where=_PROTECTION),
    Source(id="S-66", says="CO2 can be insufflated (+++).", where=_PROTECTION),
    Source(id="S-67", says="Balloons can be used.", where=_PROTECTION),
    Source(id="S-68", says="Tissue can be warmed.", where=_PROTECTION),
    Source(
        id="S-69",
        says="D5 % can be used for hydrodissection, but not with cryoablation; cited beside it: Dupuy DE et al., RF "
        "ablation of spinal tumours and temperatures in the canal, AJR 2000;175:1263-1266.",
        where=_PROTECTION,
        year=2000,
    ),
    # Results of the pain series
    Source(
        id="S-70",
        says="Considerable local pain in the first 6 to 48 hours is treated with narcotics and NSAID.",
        where=_PAIN_SERIES,
    ),
    Source(id="S-71", says="Here too a block technique is of help against pain afterwards.", where=_PAIN_SERIES),
    Source(id="S-72", says="RFA brought the mean VAS from 82 mm down to 28 mm.", where=_PAIN_SERIES),
    Source(
        id="S-73",
        says="Of the authors' 147 cases, with tumours not named, 87 % (n=128) had a satisfactory result, that is "
        "very good to fair.",
        where=_PAIN_SERIES,
    ),
    Source(id="S-74", says="Doses of analgesics and the VAS decided what was satisfactory.", where=_PAIN_SERIES),
    Source(id="S-75", says="Patients were followed for 5.8 months on average.", where=_PAIN_SERIES),
    Source(
        id="S-76",
        says="Cited: Callstrom MR et al., feasibility of RF ablation of painful bone metastases under CT and "
        "ultrasound, Radiology 2002.",
        where=_PAIN_SERIES,
        year=2002,
    ),
    Source(
        id="S-77",
        says="Cited: Goetz MP et al., a multicentre study of image-guided RF ablation of painful bone metastases, J "
        "Clin Oncol 2004.",
        where=_PAIN_SERIES,
        year=2004,
    ),
    Source(
        id="S-78",
        says="Case: man, 52 years, lung cancer, very fit, with severe back pain that is worst when supine, did not "
        "yield to radiotherapy and needs high doses of analgesics.",
        where="deck: clinical case, lung cancer",
    ),
    Source(
        id="S-79", says="Coblation is called debulking by cavitation; nothing more is said.", where="deck: coblation"
    ),
    # Complications
    Source(id="S-80", says="The first hours are painful.", where=_COMPLICATIONS),
    Source(id="S-81", says="12 % had fever afterwards, one of them 39 °C for 3 days.", where=_COMPLICATIONS),
    Source(id="S-82", says="The skin was burnt in 1 case, to the second degree.", where=_COMPLICATIONS),
    Source(id="S-83", says="The lateral femoral cutaneous nerve was coagulated.", where=_COMPLICATIONS),
    Source(id="S-84", says="The sacral roots S2–S4 were destroyed by accident.", where=_COMPLICATIONS),
    # Conclusions
    Source(id="S-85", says="A saying of Hippocrates on drugs, knife and fire opens the end.", where=_CONCLUSION),
    Source(
        id="S-86",
        says="Much is expected of thermal ablation, against pain and against the tumour itself.",
        where=_CONCLUSION,
    ),
    Source(
        id="S-87",
        says="Painful osteolytic metastases that carry no risk of fracture are named again, whether or not soft "
        "tissue is invaded.",
        where=_CONCLUSION,
    ),
    Source(id="S-88", says="Palliative ablation of large bone metastases is named again.", where=_CONCLUSION),
    Source(id="S-89", says="Techniques should be combined.", where=_CONCLUSION),
    Source(id="S-90", says="Decompression of tumours was still being worked on.", where=_CONCLUSION),
    Source(id="S-91", says="It takes a team.", where="deck: team work"),
)
