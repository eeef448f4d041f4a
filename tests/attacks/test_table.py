"""The page of attacks is what they come to now."""

from tests.attacks import table


def test_the_page_of_attacks_is_current() -> None:
    assert table.PAGE.read_text(encoding="utf-8") == table.page(), f"run `{table.COMMAND}`, and look at what changed"
