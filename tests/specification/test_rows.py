"""Every row of the protocol has a test of its name, or says why not; no test names a row that does not exist."""

import re
from collections import Counter

import pytest

from docs import rows as page
from tests.support.rows import FAMILIES, Row, ids_in, proofs, rows
from tests.support.rows import test_names as names_in

ROWS = 168
INVARIANTS = {"cds-resp": 7, "cds-r": 2, "cds-fb": 3}
LEVELS = {"MUST", "SHOULD", "MAY", "DECIDE", "CRD", "NOTE"}
PER_FAMILY = dict(zip(FAMILIES, (8, 14, 7, 9, 10, 10, 9, 4, 13, 17, 5, 12, 4, 6, 11, 16, 3, 2, 8), strict=True))


def family(row: Row) -> str:
    return re.sub(r"-?\d+$", "", row.id)


def test_all_rows_are_declared() -> None:
    counted = Counter(family(row) for row in rows())
    assert counted == PER_FAMILY | INVARIANTS
    assert sum(PER_FAMILY.values()) == ROWS


def test_a_row_is_told_in_a_few_words() -> None:
    for row in rows():
        assert row.level in LEVELS, row.id
        assert 10 < len(row.title) < 120, row.id
        assert re.match(r"$|(client|3\.0)-only: .{10}", row.why_not), row.id


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_every_row_has_a_test_or_says_why_not(row: Row) -> None:
    if row.why_not:
        assert row.id not in proofs(), f"{row.id} says why it has no test, and has one"
    else:
        assert row.id in proofs(), f"no test begins with test_{row.id.replace('-', '_')}: {row.title}"


def test_no_test_names_a_row_that_is_not_there() -> None:
    assert proofs().keys() - {row.id for row in rows()} == set()


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("test_J5_no_shared_secret", ("J5",)),
        ("test_fa6_p10_nothing_leaves", ("FA6", "P10")),
        ("test_K9_cds_resp_6_together", ("K9", "cds-resp-6")),
        ("test_cds_r_1", ("cds-r-1",)),
        ("test_v01_is_a_vignette", ()),
        ("test_from_c1_to_coccyx", ()),
        ("test_d5w_with_cryo_only", ()),
        ("test_the_lesion_at_t8", ()),
        ("test_K99_is_no_row", ("K99",)),
    ],
)
def test_ids_stand_at_the_beginning_of_a_name(name: str, ids: tuple[str, ...]) -> None:
    assert ids_in(name) == ids


def test_only_what_pytest_collects_proves_anything() -> None:
    source = "def test_K1_a(): ...\ndef K2(): ...\nclass TestX:\n def test_K3_b(self): ...\nclass Y:\n def test_K4(self): ...\n"
    assert list(names_in(source)) == ["test_K1_a", "test_K3_b"]


def test_the_page_of_the_rows_is_current() -> None:
    assert page.FILE.read_text(encoding="utf-8") == page.page(), "run `make pages`"
