"""What is written outside the deck (parts B.1 and D): X-01 to X-71, with gaps.

Each was read in what `where` names, or this says what could not be read. What may not live here: facts of the deck.
"""

from plugin.grammar import Source

BEYOND = (
    # The arrows of the algorithm
    Source(
        id="X-01",
        says="Intent (curative or palliative) and need for consolidation come first, then general status and other "
        "options; complex cases need combinations, and what disables least goes first.",
        where="Gangi A, Buy X, Semin Intervent Radiol 2010, PMC3036514 (abstract); same wording in a book chapter, "
        "Springer 978-1-4419-1469-9_17",
        year=2010,
    ),
    Source(
        id="X-02",
        says="Curative means ablated completely and for good, palliative means less than that, for pain; cement "
        "treats symptoms only, ethanol ablates lytic tumours, coblation decompresses by a cavity; tools may be "
        "combined.",
        where="CIRSE quality-improvement guidelines for bone tumour management, doi 10.1007/s00270-009-9738-9, "
        "PMC2908451 (introduction; its figure with the arrows was not readable)",
        year=2010,
    ),
    Source(
        id="X-03",
        says="Coblation before cement in 37 patients (44 levels) with destroyed cortex or epidural growth relieved "
        "pain in 25 of the 28 with data; 2 epidural leaks had no clinical effect.",
        where="Georgy BA, AJNR 2009;30:1197-1202",
        year=2009,
    ),
    Source(
        id="X-04",
        says="Of 70 augmented levels with an eroded posterior wall (31 with an epidural mass) 59 had coblation "
        "first; cement leaked into the epidural space in 10 (14.2 %), with radicular pain in 3.",
        where="Cianfoni A et al., AJNR 2015;36:210-218, PMC7965913",
        year=2015,
    ),
    Source(
        id="X-05",
        says="A lytic metastasis in loaded bone should get cement after ablation; RFA controlled 75 % of tumours "
        "below 3 cm and 40 % of those above.",
        where="abstract “Percutaneous ablation of bone tumors”, "
        "sparrho.com/item/percutaneous-ablation-of-bone-tumors/6b723",
    ),
    # Stability
    Source(
        id="X-10",
        says="SINS adds up location (junctional, occiput–C2, C7–T2, T11–L1, L5–S1: 3; mobile, C3–C6, L2–L4: 2; "
        "semirigid, T3–T10: 1; rigid, S2–S5: 0), pain (mechanical 3, occasional 1, none 0), lesion (lytic 2, mixed "
        "1, blastic 0), alignment (translation 4, deformity 2, normal 0), collapse (> 50 % 3, < 50 % 2, none but > "
        "50 % involved 1, none 0) and posterolateral elements (both 3, one 1, none 0).",
        where="cancercalc.com/sins.php; pacs.de SINS page; both cite Fisher CG et al., Spine 2010;35:E1221-9",
        year=2010,
    ),
    Source(
        id="X-11",
        says="SINS 0–6 is stable, 7–12 potentially unstable, 13–18 unstable, and from 7 to 18 a surgeon should be "
        "asked; sensitivity 95.7 %, specificity 79.5 %.",
        where="the SINS pages of X-10; mdapp.co SINS page",
    ),
    Source(
        id="X-12",
        says="SINS is for adults with neoplastic disease and not for benign nidi, leaves a collapse of exactly 50 % "
        "undefined and scores S1 only as L5–S1; one public page has wrong points (pain 3/2/1, stable 1–6).",
        where="wrong page: neurosurgerynotes.bullet.site; that a missing component is never 0 is our own choice",
    ),
    # Epidural disease and frameworks
    Source(
        id="X-14",
        says="ESCC: 0 bone only, 1a epidural, 1b sac deformed, 1c cord touched, 2 cord compressed with CSF visible, "
        "3 without CSF; stable 0 to 1b is irradiated first, 1c is debated, 2–3 is decompressed surgically before "
        "radiation unless very radiosensitive.",
        where="Radiopaedia “Epidural spinal cord compression scale” (rev. 3 May 2024); Bilsky 2010, 20809724 "
        "(abstract)",
        year=2010,
    ),
    Source(
        id="X-15",
        says="NOMS weighs neurologic, oncologic, mechanical and systemic findings: surgery, if fit, for instability "
        "or high-grade compression by radioresistant disease; external beam for radiosensitive disease at any grade.",
        where="Bilsky 2006, PubMed 17113465",
        year=2006,
    ),
    # Temperature, cortex and distance
    Source(
        id="X-20",
        says="About 45 °C kills cells of cord and nerves; lesions reach 1.6 cm in width with a monopolar electrode, "
        "5 cm cooled, 7 cm clustered.",
        where="Dupuy DE et al., AJR 2000;175:1263-1266 (opening); the reference of S-69",
        year=2000,
    ),
    Source(
        id="X-21",
        says="After 30 min of heat on the canine cord, amplitudes fell from 45 °C on and tissue was destroyed above "
        "it; about 44 °C was the most it bore.",
        where="Niigata Univ. repository 00023615",
    ),
    Source(
        id="X-22",
        says="Beside a nerve the temperature should stay between 10 and 45 °C, as 10 to −20 °C causes neurapraxia: "
        "thermocouple at the nerve, correction near the limits, evoked potentials.",
        where="Sag AA, Husain AM, Semin Intervent Radiol 2022;39:157-161, PMC9246484",
        year=2022,
    ),
    Source(
        id="X-23",
        says="Cadaver maxima in epidural space and foramen: coblation 42.1 and 42.5 °C, RFA 10 mm 46.8 and 46.4 °C, "
        "RFA 20 mm array 49.5 and 52.2 °C.",
        where="Groetz SF et al., Eur Spine J 2013;22:1389-93, PMC3676570",
        year=2013,
    ),
    Source(
        id="X-24",
        says="RFA of porcine vertebrae in vitro did the cord no harm and was called safe with an intact posterior "
        "wall.",
        where="Peng Z et al., J Intervent Radiol 2009;18:927-929 (abstract)",
        year=2009,
    ),
    Source(
        id="X-25",
        says="In swine, RFA with and without saline stayed inside the vertebral body, and cortex, cord and nerves "
        "were spared.",
        where="researcher.life af0ee80f… (abstract)",
    ),
    Source(
        id="X-26",
        says="The swine study cited by the deck (S-26) is known by title and place only.",
        where="Adachi A et al., Radiology 2008, as named by the deck; unverified: its result could not be read",
        year=2008,
        verified=False,
    ),
    Source(
        id="X-27",
        says="In dogs, evoked potentials stayed abnormal and motor deficits came with an epidural minimum of −8 °C "
        "or colder, never at −3 °C or warmer.",
        where="AJNR 2024, aminer page 65ea88d2…",
        year=2024,
    ),
    Source(
        id="X-28",
        says="In dogs, 5 mm of epidural separation from the cold allowed better recovery than 2 mm.",
        where="Uto T et al. 2026, doi 10.1016/j.bas.2026.105975",
        year=2026,
    ),
    Source(
        id="X-29",
        says="In pigs with epidural CO2 the distance from probe to canal predicted canal temperatures < 19 °C; 7 of "
        "8 had no major complication.",
        where="Freitas RMC et al., UNESP repository f7c4c15d…",
    ),
    Source(
        id="X-30",
        says="RFA fails in purely blastic lesions; ice ends at 0 °C and kills at −40 °C, so it should pass the "
        "tumour by 3–5 mm, crosses cortex, is hard to see in dense bone, and calls for active protection from 10 °C "
        "down.",
        where="Tomasian, ARRS “Cold comfort”, radfyi.org; names gas “or even” fluid for dissection",
    ),
    Source(
        id="X-31",
        says="17 patients (mean 25.9 y) had spinal osteoid osteomas (mean 8.8 mm) treated at a mean 4.3 mm from neural "
        "tissue, 13 by laser and 4 by RFA, protected by epidural gas or cooled fluid.",
        where="Rybak LD, Gangi A, Buy X et al., AJR 2010;195:W293-8",
        year=2010,
    ),
    Source(
        id="X-32",
        says="One series of metastases took only lesions more than 10 mm away from the canal.",
        where="Sola G et al., Rev Asoc Argent Ortop Traumatol 2015;80(3)",
        year=2015,
    ),
    Source(
        id="X-33",
        says="Hydrodissection: D5 % for RFA and microwave, never saline for RFA, fluid at about 20 °C against heat "
        "and about 37 °C against cold, flowing steadily in gaps up to 10 mm, contrast at 5 % (epidural 50 %).",
        where="Radiopaedia “Hydrodissection” (rev. 13 Feb 2024); contradicts S-69 on cryoablation",
        year=2024,
    ),
    Source(
        id="X-34",
        says="In vitro, 0.9 % saline let more heat of RFA through than D5 %: 44.6 against 34.7 °C at 1 mm.",
        where="Ma Y et al., Ultrasonography 2024, doi 10.14366/usg.24073",
        year=2024,
    ),
    Source(
        id="X-35",
        says="Sheep were used to study whether an intact posterior cortex protects in cryo and microwave ablation as "
        "it does in bipolar RFA.",
        where="Gemmete JJ, AJNR 2017;38:1660; unverified: only the opening of this commentary was readable, no result",
        year=2017,
        verified=False,
    ),
    # Bleeding risk and antithrombotics
    Source(
        id="X-40",
        says="Before a high-risk procedure: INR, platelets and haemoglobin, INR down to 1.5–1.8 or less, transfusion "
        "considered for platelets < 50 × 10⁹/L, no aPTT; at low risk the limits are INR 2.0–3.0, platelets 20.",
        where="SIR 2019 in Medscape summary 917397 (30 Aug 2019); northstarradiology.com",
        year=2019,
    ),
    Source(
        id="X-41",
        says="High bleeding risk: bone ablation, vertebroplasty, kyphoplasty, deep spine biopsy, epidural injection; "
        "low risk: thoracic and lumbar facet blocks, peripheral nerve blocks.",
        where="transcription of the SIR 2019 tables; northstarradiology.com (bone ablation)",
        year=2019,
    ),
    Source(
        id="X-42",
        says="Hold before high risk (restart; CrCl is creatinine clearance, not eGFR): warfarin 5 d to INR ≤ 1.8 "
        "(next day); apixaban 4 doses, 6 below CrCl 50 (24 h); dabigatran 4, 6–8 below 50 (24 h); rivaroxaban 2, 3 "
        "at CrCl 15–29 (24 h); edoxaban 2 (24 h); betrixaban 3; UFH IV 4–6 h, SC 6 h (6–8 h); enoxaparin 1 dose, "
        "therapeutic 2 doses or 24 h (12 h); dalteparin 1 (12 h); fondaparinux 2–3 d, 3–5 d below 50 (24 h); "
        "argatroban and bivalirudin 2–4 h; clopidogrel 5 d (75 mg 6 h, loading 24 h); ticagrelor 5 d; prasugrel 7 d; "
        "aspirin 3–5 d (next day, case by case), with dipyridamole 3–5 d; NSAID open; cilostazol goes on; GP "
        "IIb/IIIa blockers and cangrelor: defer, cardiology; chronic liver disease: INR < 2.5, platelets > 30, "
        "fibrinogen > 100 mg/dL.",
        where="JVIR 2019;30:1168-1184 in a transcription; unverified: to be checked against the paper before release",
        year=2019,
        verified=False,
    ),
    Source(
        id="X-43",
        says="CIRSE has a standard of its own on anticoagulants around procedures.",
        where="CVIR 2021;44:523-536, scribd 678023270 (opening); unverified: its values could not be read",
        year=2021,
        verified=False,
    ),
    # Cement, antibiotics, anaesthesia, devices
    Source(
        id="X-45",
        says="Against vertebroplasty speak osteomyelitis, discitis, sepsis or systemic infection, untreated "
        "coagulopathy, allergy to PMMA and, in the older view, a defect of the posterior cortex.",
        where="unverified: secondary summary, medizzy.com 32594623, which does not name its original; for neoplastic "
        "fractures the societies' position PMC8134375 calls augmentation to published standards safe",
        verified=False,
    ),
    Source(
        id="X-46",
        says="A defect of the posterior wall does not rule cement out: in 98 patients (157 levels, benign fractures) "
        "9 % leaked, none with symptoms.",
        where="Perez JL et al., IJSS 2021;15(2):353; for tumours see X-04",
        year=2021,
    ),
    Source(
        id="X-48",
        says="SIR has a guideline on the quality of vertebroplasty.",
        where="JVIR 2003;14:S311, docplayer 5193500 (opening); unverified: its numerical thresholds could not be read",
        year=2003,
        verified=False,
    ),
    Source(
        id="X-50",
        says="Most operators give an antibiotic before cement (cefazolin 1 g, cefuroxime 1.5 g or clindamycin 600 "
        "mg), on thin evidence.",
        where="Semin Intervent Radiol 2010;27:327-337 as quoted at faqs.tips",
        year=2010,
    ),
    Source(
        id="X-51",
        says="ASA fasting times: clear fluids 2 h, breast milk 4 h, formula or a light meal 6 h, fried or fatty food "
        "8 h.",
        where="ASA practice guidelines 2017, pubs.asahq.org (only the opening was readable); unverified: the times "
        "were read in secondary summaries, droracle.ai 571098 and neetpgai.com",
        year=2017,
        verified=False,
    ),
    Source(
        id="X-52",
        says="The ASA physical status classes 1–6 are coded in SNOMED CT.",
        where="DQM value set “ASA physical status class”",
    ),
    Source(
        id="X-53",
        says="It is feasible to do bipolar RFA of painful spinal metastases under local anaesthesia.",
        where="Kastler A et al., Medicina 2021;57:966",
        year=2021,
    ),
    Source(
        id="X-54",
        says="3 ways of anaesthesia have been compared in RFA of osteoid osteoma.",
        where="americanjir.com (title only; the result was not readable)",
    ),
    Source(
        id="X-55",
        says="Sensory and motor evoked potentials are monitored in ablation near nerves.",
        where="Sag AA, Husain AM, Semin Intervent Radiol 2022;39:157-161 (X-22)",
        year=2022,
    ),
    Source(
        id="X-56",
        says="In pacemakers and ICDs monopolar RF often causes inhibition, noise reversion or loss of capture, "
        "seldom damage, at times runaway pacing, more so above the umbilicus: current path away, bipolar, "
        "asynchronous mode or magnet, check afterwards; microwave at 9–30 cm from leads disturbed none of 13 "
        "patients.",
        where="St. Jude/Abbott RF page; PMC6652500 table 1; PMC11636572; researcher.life d6eb7056…; bracegroup 2019",
    ),
    # Plausibility and results elsewhere
    Source(
        id="X-60",
        says="Before therapy the bone metastases of 1,668 RCC patients were all lytic, and by 2014 only 6 blastic "
        "cases were known; radiotherapy can make lytic lesions sclerotic.",
        where="Salapura V et al., Radiol Oncol 2014, PMC4110080",
        year=2014,
    ),
    Source(
        id="X-61",
        says="Typically kidney and thyroid metastasise purely lytic, lung and breast mixed, prostate, carcinoid and "
        "medulloblastoma blastic.",
        where="learningradiology.com “Metastases to bone”",
    ),
    Source(
        id="X-65",
        says="Cryoablation of 1–2 metastases with worst pain ≥ 4/10 (61 patients, 69 tumours of 1–11 cm) brought the "
        "mean from 7.1 to 5.1, 4.0, 3.6 and 1.4 after 1, 4, 8 and 24 weeks; 1 had osteomyelitis (2 %).",
        where="Callstrom MR et al., Cancer 2013;119:1033-41, PubMed 23065947",
        year=2013,
    ),
    Source(
        id="X-66",
        says="RFA at 90 °C for 6 min freed 11 of 13 patients from the pain of a spinal osteoid osteoma, and the "
        "other 2 when repeated.",
        where="Morassi LG et al., BJR 2014;87:20140003",
        year=2014,
    ),
    # Standards
    Source(
        id="X-70",
        says="Whether a patient is suited, by which technique and with which goal, cure or palliation, must be "
        "discussed between disciplines.",
        where="CIRSE standards: Ryan A et al. 2022, doi 10.1007/s00270-022-03126-x, PMC9018647 (abstract)",
        year=2022,
    ),
    Source(
        id="X-71",
        says="Spinal metastases are often both ablated and augmented; the right modality and thermal protection "
        "decide the outcome.",
        where="Tomasian A et al., Semin Intervent Radiol 2024;41:170-175 (abstract)",
        year=2024,
    ),
)
