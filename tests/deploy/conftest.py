"""What several tests of deploy/ look at: each overlay, rendered once."""

from collections.abc import Callable

import pytest

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
