"""Is each pod as harmless and as well kept as it can be? What no schema asks: rights, room, probes, an orderly end.

What may not live here: whether names lead somewhere (`manifest_links`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from tests.support.manifests import Cluster, Object, Pod

USER: Final = 65532
ENDS_WITHIN_S: Final = 25
"""The service after it was told to: five seconds in which it still answers, twenty for what is in flight."""

_UNITS: Final = {"": 1.0, "m": 0.001, "Ki": 2.0**10, "Mi": 2.0**20, "Gi": 2.0**30}
_LEAST: Final[Object] = {
    "runAsNonRoot": True,
    "readOnlyRootFilesystem": True,
    "allowPrivilegeEscalation": False,
    "privileged": False,
    "capabilities": {"drop": ["ALL"]},
    "seccompProfile": {"type": "RuntimeDefault"},
}
_OF_THE_POD: Final[Object] = {
    "runAsNonRoot": True,
    "runAsUser": USER,
    "runAsGroup": USER,
    "fsGroup": USER,
    "seccompProfile": {"type": "RuntimeDefault"},
}
_SHARED_WITH_THE_NODE: Final = ("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")
_WRITABLE: Final = re.compile(r"/tmp|/var/lib/spinal-cds|/app/target")  # noqa: S108  as the pod sees it
_PINNED: Final = re.compile(r"[a-z0-9./-]+(:[A-Za-z0-9._-]+)?@sha256:[0-9a-f]{64}")


def rights(cluster: Cluster) -> Iterator[str]:
    for pod in cluster.pods():
        yield from _differences(f"{pod.of}, securityContext", _OF_THE_POD, pod.spec.get("securityContext", {}))
        if pod.spec.get("automountServiceAccountToken") is not False:
            yield f"{pod.of}: automountServiceAccountToken is not false"
        if pod.spec.get("enableServiceLinks") is not False:
            yield f"{pod.of}: enableServiceLinks is not false"
        yield from (f"{pod.of}: {each}" for each in _SHARED_WITH_THE_NODE if pod.spec.get(each))
        for name, container in pod.containers():
            yield from _differences(f"{name}, securityContext", _LEAST, container.get("securityContext", {}))


def _differences(where: str, wanted: Object, found: Object) -> Iterator[str]:
    whole = {"runAsUser": USER, "runAsGroup": USER} | wanted
    for key, value in whole.items():
        if found.get(key, value if key not in wanted else None) != value:
            yield f"{where}: {key} is {found.get(key)!r}"


def places(cluster: Cluster) -> Iterator[str]:
    """What may be written to is named, and bounded or a volume of its own; all else is read only."""
    for pod in cluster.pods():
        volumes = pod.volumes()
        yield from (
            f"{pod.of}: volume {name} is a path of the node" for name, each in volumes.items() if "hostPath" in each
        )
        for name, container in pod.containers():
            mounts = container.get("volumeMounts", ())
            if not any(each["mountPath"] == "/tmp" and "emptyDir" in volumes.get(each["name"], {}) for each in mounts):  # noqa: S108
                yield f"{name}: no emptyDir at /tmp"
            for each in mounts:
                if not each.get("readOnly") and not _WRITABLE.fullmatch(each["mountPath"]):
                    yield f"{name}: {each['mountPath']} can be written to"


def room(cluster: Cluster) -> Iterator[str]:
    for pod in cluster.pods():
        for name, container in pod.containers():
            resources = container.get("resources", {})
            asked, most = resources.get("requests", {}), resources.get("limits", {})
            yield from (f"{name}: requests no {each}" for each in ("cpu", "memory") if each not in asked)
            if "memory" not in most:
                yield f"{name}: no limit of memory"
            for each in asked.keys() & most.keys():
                if amount(asked[each]) > amount(most[each]):
                    yield f"{name}: requests more {each} than its limit"


def amount(text: object) -> float:
    """A quantity of Kubernetes, as a number."""
    found = re.fullmatch(r"([0-9.]+)([A-Za-z]*)", str(text))
    if found is None:
        raise ValueError(f"no quantity: {text}")
    return float(found[1]) * _UNITS[found[2]]


def images(cluster: Cluster) -> Iterator[str]:
    for pod in cluster.pods():
        for name, container in pod.containers():
            if not _PINNED.fullmatch(container["image"]):
                yield f"{name}: the image {container['image']} is not pinned by digest"
            if "imagePullPolicy" in container:
                yield f"{name}: what is pinned needs no imagePullPolicy"


def probes(cluster: Cluster, paths: frozenset[str]) -> Iterator[str]:
    """The server has all three, at paths that the application has."""
    for pod in _servers(cluster):
        (server,) = (each for _, each in pod.containers() if each["name"] == "server")
        for probe, wanted in (("startupProbe", "/livez"), ("readinessProbe", "/readyz"), ("livenessProbe", "/livez")):
            asked = server.get(probe, {}).get("httpGet", {}).get("path")
            if asked != wanted or asked not in paths:
                yield f"{pod.of}: {probe} asks {asked}"
        if (
            server.get("startupProbe", {}).get("failureThreshold", 3) * server["startupProbe"].get("periodSeconds", 10)
            < 60
        ):
            yield f"{pod.of}: less than a minute to start"


def the_end(cluster: Cluster) -> Iterator[str]:
    for pod in _servers(cluster):
        (server,) = (each for _, each in pod.containers() if each["name"] == "server")
        slept = server.get("lifecycle", {}).get("preStop", {}).get("exec", {}).get("command", [])
        if slept[:1] != ["sleep"]:
            yield f"{pod.of}: stops before its address is taken away"
        elif pod.spec.get("terminationGracePeriodSeconds", 30) < int(slept[1]) + ENDS_WITHIN_S:
            yield f"{pod.of}: killed while calls may be in flight"


def spread(cluster: Cluster) -> Iterator[str]:
    for pod in _servers(cluster):
        over = {each["topologyKey"] for each in pod.spec.get("topologySpreadConstraints", ())}
        if not {"kubernetes.io/hostname", "topology.kubernetes.io/zone"} <= over:
            yield f"{pod.of}: not spread over nodes and zones"


def check_first(cluster: Cluster) -> Iterator[str]:
    """The site file is checked by the same image, with the same files, before the server starts."""
    for pod in _servers(cluster):
        (server,) = (each for _, each in pod.containers() if each["name"] == "server")
        before = pod.spec.get("initContainers", [])
        if not any(each.get("args", [])[:1] == ["check"] and each["image"] == server["image"] for each in before):
            yield f"{pod.of}: the site file is not checked first"
        for each in before:
            if each.get("env") != server.get("env"):
                yield f"{pod.of}: {each['name']} sees other settings than the server"


def jobs(cluster: Cluster) -> Iterator[str]:
    for job in cluster.of("Job"):
        name, spec = job["metadata"]["name"], job["spec"]
        wanted = ("activeDeadlineSeconds", "backoffLimit", "ttlSecondsAfterFinished")
        yield from (f"Job {name}: no {each}" for each in wanted if each not in spec)
        if spec["template"]["spec"].get("restartPolicy") != "Never":
            yield f"Job {name}: a failed pod and its log are not kept"


def _servers(cluster: Cluster) -> list[Pod]:
    return [each for each in cluster.pods() if each.maker["kind"] == "Deployment"]


OF_PODS: Final[tuple[Callable[[Cluster], Iterator[str]], ...]] = (
    rights,
    places,
    room,
    images,
    the_end,
    spread,
    check_first,
    jobs,
)
