"""What several tests of deploy/ look at: each overlay, rendered once, and the image, built once for the whole run and a second
time to see whether it comes out the same.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest

from tests.support import images
from tests.support.images import Image, Workshop
from tests.support.installed import Missing, not_run
from tests.support.kustomize import Object, whole


@pytest.fixture(scope="session")
def rendered_overlay() -> Callable[[str], list[Object]]:
    """All objects of an overlay and its jobs."""
    kept: dict[str, list[Object]] = {}

    def overlay(name: str) -> list[Object]:
        if name not in kept:
            try:
                kept[name] = whole(name)
            except Missing as reason:
                not_run("The manifests of Kubernetes", reason)
        return kept[name]

    return overlay


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
