"""The page of the settings is current, and says all of each."""

from cds_hooks.site.keys import CLIENT, PER_CLIENT, SECTIONS
from cds_hooks.site.keys import ROOT as TOP
from docs import settings
from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")


def test_the_page_is_current() -> None:
    assert settings.page() == PAGE, "run `make pages`, and look at what changed"


def test_every_setting_has_a_row_with_its_variable_and_an_example() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| <a id=")]
    declared = [*TOP.names(), *(f"client.{name}" for name in CLIENT.names())]
    declared += [f"{name}.{one}" for name, section in SECTIONS.items() for one in section.names()]
    assert len(rows) == len(declared)
    for key in declared:
        (row,) = (line for line in rows if line.startswith(f'| <a id="{key}"></a>'))
        variable = f"SPINAL_CDS__{key.upper().replace('CLIENT.', 'CLIENT.0.').replace('.', '__')}"
        assert f"`{variable}`" in row
        assert f"`{key.rpartition('.')[2]} = " in row
        assert "||" not in row.replace(" ", "")


def test_what_a_client_may_set_for_itself_says_so() -> None:
    for name, section in SECTIONS.items():
        told = PAGE.partition(f"## `[{name}]`\n")[2].partition("\n## ")[0]
        assert ("May be repeated for one client" in told) == (name in PER_CLIENT)
        assert section.settings[0].meaning in told
