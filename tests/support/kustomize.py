"""What does Kubernetes get? Each overlay as `kubectl kustomize` renders it, and whether an old kustomize would render it too.

What may not live here: whether what is rendered is right (`manifests`).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from tests.support.installed import Missing, command

Object = dict[str, Any]

FOLDER: Final = Path(__file__).parents[2] / "deploy" / "kubernetes"
OVERLAYS: Final = ("small", "production", "sandbox")

# kustomize 2.0.3 is what Debian's kubectl has. Newer ones have no `bases` of their own any more but still read it.
KNOWN_TO_2_0_3: Final = {
    "bases": list,
    "configMapGenerator": list,
    "configurations": list,
    "images": list,
    "namespace": str,
    "patchesJson6902": list,
    "patchesStrategicMerge": list,
    "resources": list,
}
_OF_A_GENERATOR: Final = {"name", "files"}
_OF_AN_IMAGE: Final = {"name", "newName", "newTag", "digest"}
_OF_A_JSON_PATCH: Final = {"target", "path"}


def kustomizations(folder: Path = FOLDER) -> list[Path]:
    return sorted(folder.rglob("kustomization.yaml"))


def too_new(kustomization: Object) -> Iterator[str]:
    """What kustomize 2.0.3 does not know, or takes for something else."""
    for key, value in kustomization.items():
        if key not in KNOWN_TO_2_0_3:
            yield f"{key} is not known to it"
        elif not isinstance(value, KNOWN_TO_2_0_3[key]):
            yield f"{key} is no {KNOWN_TO_2_0_3[key].__name__}"
    yield from (f"{each} is no file beside it" for each in kustomization.get("resources", ()) if not _is_plain(each))
    yield from (
        f"{each} is no file beside it" for each in kustomization.get("patchesStrategicMerge", ()) if not _is_plain(each)
    )
    yield from (
        f"{each} is not in this tree" for each in kustomization.get("bases", ()) if "://" in each or "?" in each
    )
    for key, known in (
        ("configMapGenerator", _OF_A_GENERATOR),
        ("images", _OF_AN_IMAGE),
        ("patchesJson6902", _OF_A_JSON_PATCH),
    ):
        for each in kustomization.get(key, ()):
            yield from (f"{key}: {other} is not known to it" for other in each.keys() - known)


def _is_plain(name: object) -> bool:
    """A file, by its name: a folder among the resources, or a patch that stands there itself, came later."""
    return isinstance(name, str) and name.endswith(".yaml") and "/" not in name and "\n" not in name


def rendered(folder: Path) -> list[Object]:
    """Raises Missing where there is no kubectl, AssertionError where it cannot render this."""
    kubectl = command("kubectl", "it renders deploy/kubernetes; Debian's kubernetes-client will do")
    done = subprocess.run([kubectl, "kustomize", str(folder)], capture_output=True, text=True, check=False)
    if done.returncode and "unknown command" in done.stderr:
        raise Missing("this kubectl has no kustomize in it")
    assert done.returncode == 0, done.stderr
    return [each for each in yaml.safe_load_all(done.stdout) if each]


def roots(overlay: str, folder: Path = FOLDER) -> list[Path]:
    """What is applied of an overlay: the service, and its jobs one by one. A folder with only a site file is no root."""
    here = folder / "overlays" / overlay
    return [here, *(each.parent for each in kustomizations(here) if each.parent not in (here, here / "site"))]


def whole(overlay: str, folder: Path = FOLDER) -> list[Object]:
    """All that an overlay and its jobs bring into the cluster, each thing once."""
    return once(each for root in roots(overlay, folder) for each in rendered(root))


def once(objects: Iterable[Object]) -> list[Object]:
    """Two of one name must be the same."""
    found: dict[tuple[str, str], Object] = {}
    for each in objects:
        name = each["kind"], each["metadata"]["name"]
        assert found.setdefault(name, each) == each, f"{name} is rendered in two forms"
    return list(found.values())
