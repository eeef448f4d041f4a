"""Do a cue's stems never hide words that it would have found? On every sentence of the corpus that rules are written on."""

from __future__ import annotations

import pytest

from fhir_profiles.reading.reports.mention import Section
from fhir_profiles.reading.reports.passages import sentences
from fhir_profiles.reading.reports.sentence import _plain
from tests.corpus.scoring import CODES, LANGUAGE, PRACTICE, cases


@pytest.mark.parametrize("code", CODES)
def test_no_stem_hides_what_its_cue_would_find(code: str) -> None:
    language = LANGUAGE[code]
    told = [
        _plain(sentence.text, language)
        for half in ("development", *PRACTICE[code])
        for case in cases(code, half)
        for sentence in sentences(case.text, language, Section.FINDINGS)
    ]
    hidden = [
        (cue.needs, found[0])
        for cue in language.cues
        if cue.needs
        for plain in told
        if not any(stem in plain for stem in cue.needs) and (found := cue.form.search(plain))
    ]
    assert told
    assert hidden == []
