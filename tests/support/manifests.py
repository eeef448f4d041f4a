"""What do the manifests hold? Pods, containers and selectors of one overlay, found by one reader for all that judge them.

What may not live here: a judgement (`manifest_pods`, `manifest_links`, `manifest_schemas`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Object: TypeAlias = dict[str, Any]

_WITH_PODS = ("Deployment", "Job")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pod:
    """What a Deployment or a Job makes."""

    of: str
    labels: Mapping[str, str]
    spec: Object
    maker: Object

    def containers(self) -> Iterator[tuple[str, Object]]:
        """Each with a name for messages, those that run first included."""
        for key in ("initContainers", "containers"):
            for each in self.spec.get(key, ()):
                yield f"{self.of}, container {each['name']}", each

    def port_names(self) -> set[str]:
        return {port["name"] for _, each in self.containers() for port in each.get("ports", ()) if "name" in port}

    def volumes(self) -> dict[str, Object]:
        return {each["name"]: each for each in self.spec.get("volumes", ())}


@dataclass(frozen=True, slots=True)
class Cluster:
    """All that an overlay brings into a cluster."""

    objects: Sequence[Object]

    def of(self, kind: str) -> list[Object]:
        return [each for each in self.objects if each["kind"] == kind]

    def names(self, kind: str) -> set[str]:
        return {each["metadata"]["name"] for each in self.of(kind)}

    def named(self, kind: str, name: str) -> Object | None:
        return next((each for each in self.of(kind) if each["metadata"]["name"] == name), None)

    def pods(self) -> list[Pod]:
        made = []
        for maker in (each for kind in _WITH_PODS for each in self.of(kind)):
            template = maker["spec"]["template"]
            name = f"{maker['kind']} {maker['metadata']['name']}"
            made.append(Pod(of=name, labels=template["metadata"].get("labels", {}), spec=template["spec"], maker=maker))
        return made

    def selected(self, selector: Object) -> list[Pod]:
        return [each for each in self.pods() if selects(selector, each.labels)]

    def site(self) -> Object:
        """The ConfigMap with the site file."""
        (found,) = (each for each in self.of("ConfigMap") if "site.toml" in each["data"])
        return found


def behind(cluster: Cluster, service: Object) -> list[Pod]:
    """The pods that a Service means."""
    return cluster.selected({"matchLabels": service["spec"]["selector"]})


def selects(selector: Object, labels: Mapping[str, str]) -> bool:
    """Whether a label selector means an object with these labels; an empty one means everything."""
    wanted = selector.get("matchLabels", {})
    return wanted.items() <= labels.items() and all(
        _expression(each, labels) for each in selector.get("matchExpressions", ())
    )


def _expression(expression: Object, labels: Mapping[str, str]) -> bool:
    there = labels.get(expression["key"])
    match expression["operator"]:
        case "In":
            return there in expression["values"]
        case "NotIn":
            return there not in expression["values"]
        case "Exists":
            return there is not None
        case "DoesNotExist":
            return there is None
        case other:
            raise ValueError(f"no operator of a label selector: {other}")
