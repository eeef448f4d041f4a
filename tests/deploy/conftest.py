"""The image, built once for the whole run, and a second time to see whether it comes out the same."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from tests.support import images
from tests.support.images import Image, Workshop
from tests.support.installed import Missing, not_run


@pytest.fixture(scope="session")
def workshop() -> Iterator[Workshop]:
    with contextlib.ExitStack() as until_the_end:
        try:
            made = until_the_end.enter_context(images.workshop())
        except Missing as missing:
            not_run("The container image", missing)
        yield made


@pytest.fixture(scope="session")
def image(workshop: Workshop) -> Image:
    """Mark a test that asks for it with `image`."""
    return workshop.build("localhost/cds:first")


@pytest.fixture(scope="session")
def image_again(workshop: Workshop) -> Image:
    return workshop.build("localhost/cds:second")
