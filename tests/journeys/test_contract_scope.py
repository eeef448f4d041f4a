"""Gate 1 on problem lists: which tumour without a site is answered by a question, and which by silence (contract 5.2)?

The order names no site and the record no spinal lesion. What may not live here: orders that name a site outside the spine
(`test_contract_reading_orders`), and tumours with a level (`test_contract_reading_chart`).
"""

from __future__ import annotations

import pytest

from tests.support.calls import Json
from tests.support.charts import ask, codes, condition, order

UNSITED: list[Json] = [
    *(
        condition(code)
        for code in (
            "icd:C79.51",
            "icd:C41.9",
            "icd:C41.4",
            "icd:D16.8",
            "icd:D16.9",
            "icd:C90.30",
            "icd:C90.00",
            "sct:426336007",
            "sct:302859004",
            "o3:9370/3",
            "icd:M84.50XA",
        )
    ),
    *(
        condition(text=text)
        for text in (
            "Bone tumour",
            "Bone mets",
            "Bone cancer",
            "Breast cancer with bone mets",
            "Lesion of bone, suspected metastasis",
            "Solitary plasmacytoma",
            "Spinal tumour",
            "Vertebral lesion",
            "Malignant spinal cord compression",
            "Knochentumor",
            "Knochenmetastasen",
            "Knochenfiliae",
            "Mammakarzinom mit Knochenmetastasen",
            "Wirbelkörpertumor",
            "Knochenkrebs",
            "Tumeur osseuse",
            "Métastases osseuses",
            "Cancer du sein avec métastases osseuses",
            "Cancer des os",
        )
    ),
]
SILENT: list[Json] = [
    *(
        condition(code)
        for code in ("icd:C50.911", "icd:C72.0", "icd:C90.20", "icd:D18.00", "icd:C78.7", "icd:G83.4", "icd:M54.50")
    ),
    condition("icd:C41.4", site=codes(text="Ilium")),
    condition("icd:D16.8", text="Exostosis of the acetabulum"),
    *(
        condition(text=text)
        for text in (
            "Breast cancer",
            "Liver mets",
            "Metastases of femur",
            "Family history of bone tumour",
            "Screening for bone mets",
            "No bone metastases",
            "Spinal cord tumour",
            "Knochentumor ausgeschlossen",
            "Pas de métastases osseuses",
            "Femurmetastase",
        )
    ),
]


@pytest.mark.parametrize("chart", UNSITED, ids=str)
def test_a_bone_tumour_without_a_site_is_asked_for(chart: Json) -> None:
    """Gate 1: silence only where the record "holds no spinal lesion and no bone tumour without a site"; else 1u."""
    assert ask([chart], order(site=None)).outcomes == [(None, "NEED_DATA")]


@pytest.mark.parametrize("chart", SILENT, ids=str)
def test_what_is_none_or_has_another_site_is_silence(chart: Json) -> None:
    assert ask([chart], order(site=None)).cards == []
