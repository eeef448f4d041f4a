"""What do the reports say of lesions of the spine? Their text as findings, with place, standing and the verbatim sentence.

English, French and German. A report's words never outweigh what they say themselves: denied is "no", doubted is "not known",
past, conditional or another person's is nothing (CR-08). What may not live here: coded findings (`findings`), and what a finding
means for a lesion (`attribution`, `lesion`).

`documents`: which reports there are, and their text; `amount`: how much of it is read. `passages`: sections and sentences.
`sentence`: what a sentence says, by the words of `languages` and the reach of doubt and denial in `scope`. `within`: what a
report says in sum.
"""

from fhir_profiles.reading.reports.amount import within_reach
from fhir_profiles.reading.reports.documents import Report, is_of_interest, reports, withdrawn
from fhir_profiles.reading.reports.languages import languages
from fhir_profiles.reading.reports.placing import NO_TUMOUR
from fhir_profiles.reading.reports.specimen import taken_from
from fhir_profiles.reading.reports.within import ReadReport, Told, is_unsure, read_report

__all__ = [
    "NO_TUMOUR",
    "ReadReport",
    "Report",
    "Told",
    "is_of_interest",
    "is_unsure",
    "languages",
    "read_report",
    "reports",
    "taken_from",
    "withdrawn",
    "within_reach",
]
