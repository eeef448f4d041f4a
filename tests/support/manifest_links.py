"""Does every name in the manifests lead somewhere, and does nothing contradict anything else? What no schema can know.

What may not live here: what a single pod may do (`manifest_pods`), where callers come in (`manifest_entrance`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tests.support.manifest_entrance import site_of
from tests.support.manifests import Cluster, Object, behind, selects

SECRETS: Final = {
    "spinal-cds-store",
    "spinal-cds-feedback",
    "spinal-cds-proxy",
    "spinal-cds-selftest",
    "spinal-cds-tls",
}
"""Made by whoever installs; each stands in docs/how-to/install-on-kubernetes.md."""


def selectors(cluster: Cluster) -> Iterator[str]:
    for maker in cluster.of("Deployment"):
        labels = maker["spec"]["template"]["metadata"]["labels"]
        if not selects(maker["spec"]["selector"], labels):
            yield f"Deployment {maker['metadata']['name']}: its selector does not mean its own pods"
    for each in (*cluster.of("PodDisruptionBudget"), *_spreads(cluster)):
        if not cluster.selected(each.get("spec", each).get("selector") or each["labelSelector"]):
            yield f"{each.get('kind', 'topologySpreadConstraints')}: its selector means no pod"
    for service in cluster.of("Service"):
        if len(behind(cluster, service)) != 1:
            yield f"Service {service['metadata']['name']}: its selector does not mean the pods of one maker"
    for monitor in cluster.of("ServiceMonitor"):
        if not any(selects(monitor["spec"]["selector"], each["metadata"]["labels"]) for each in cluster.of("Service")):
            yield f"ServiceMonitor {monitor['metadata']['name']}: its selector means no Service"


def _spreads(cluster: Cluster) -> Iterator[Object]:
    for pod in cluster.pods():
        yield from pod.spec.get("topologySpreadConstraints", ())


def ports(cluster: Cluster) -> Iterator[str]:
    for pod in cluster.pods():
        for name, container in pod.containers():
            own = {each.get("name") for each in container.get("ports", ())}
            for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
                if probe in container and container[probe]["httpGet"]["port"] not in own:
                    yield f"{name}: {probe} asks a port that it has not"
    for service in cluster.of("Service"):
        for each in service["spec"]["ports"]:
            if any(each["targetPort"] not in pod.port_names() for pod in behind(cluster, service)):
                yield f"Service {service['metadata']['name']}: no pod has the port {each['targetPort']}"


def references(cluster: Cluster) -> Iterator[str]:
    for pod in cluster.pods():
        account = pod.spec.get("serviceAccountName")
        if account is not None and account not in cluster.names("ServiceAccount"):
            yield f"{pod.of}: no ServiceAccount {account}"
        yield from (f"{pod.of}: {each}" for volume in pod.volumes().values() for each in _lost(cluster, volume))
        used = {mount["name"] for _, each in pod.containers() for mount in each.get("volumeMounts", ())}
        yield from (f"{pod.of}: volume {each} is not there or not used" for each in used ^ pod.volumes().keys())
        for name, container in pod.containers():
            for variable in container.get("env", ()):
                secret = variable.get("valueFrom", {}).get("secretKeyRef", {}).get("name")
                if secret is not None and secret not in SECRETS:
                    yield f"{name}: the Secret {secret} is described nowhere"
    for ingress in cluster.of("Ingress"):
        yield from (
            f"Ingress: the Secret {each['secretName']} is described nowhere"
            for each in ingress["spec"]["tls"]
            if each["secretName"] not in SECRETS
        )


def _lost(cluster: Cluster, volume: Object) -> Iterator[str]:
    for source in volume.get("projected", {}).get("sources", [volume]):
        config = source.get("configMap", {}).get("name")
        secret = source.get("secret", {}).get("name", source.get("secret", {}).get("secretName"))
        claim = source.get("persistentVolumeClaim", {}).get("claimName")
        if config is not None and config not in cluster.names("ConfigMap"):
            yield f"no ConfigMap {config}"
        if secret is not None and secret not in SECRETS:
            yield f"the Secret {secret} is described nowhere"
        if claim is not None and claim not in cluster.names("PersistentVolumeClaim"):
            yield f"no PersistentVolumeClaim {claim}"


def secrets(cluster: Cluster) -> Iterator[str]:
    yield from (f"a Secret is in the tree: {each}" for each in cluster.names("Secret"))


def numbers(cluster: Cluster) -> Iterator[str]:
    """Who decides how many pods there are, and whether one of them may always be taken away."""
    (deployment,) = cluster.of("Deployment")
    scalers = cluster.of("HorizontalPodAutoscaler")
    for each in scalers:
        target = each["spec"]["scaleTargetRef"]
        if (target["kind"], target["name"], target["apiVersion"]) != (
            "Deployment",
            deployment["metadata"]["name"],
            "apps/v1",
        ):
            yield "the autoscaler's target is not there"
        if "replicas" in deployment["spec"]:
            yield "the Deployment and the autoscaler both say how many"
        if not 2 <= each["spec"]["minReplicas"] <= each["spec"]["maxReplicas"]:
            yield "the autoscaler may leave fewer than two pods, or cannot add one"
    least = min((each["spec"]["minReplicas"] for each in scalers), default=deployment["spec"].get("replicas", 1))
    for budget in cluster.of("PodDisruptionBudget"):
        spec = budget["spec"]
        if spec.get("minAvailable", 0) >= least or spec.get("maxUnavailable", 1) < 1:
            yield "no pod may ever be taken away: a node could not be emptied"
    one_at_a_time = least == 1 and not scalers and deployment["spec"]["strategy"] == {"type": "Recreate"}
    if cluster.of("PersistentVolumeClaim") and not one_at_a_time:
        yield "SQLite on one volume, and more than one pod at a time"
    if not _sqlite(cluster) and (least < 2 or not cluster.of("PodDisruptionBudget")):
        yield "fewer than two pods, or nothing that keeps one of them"


def _sqlite(cluster: Cluster) -> bool:
    return str(site_of(cluster)["store"].get("url", "")).startswith("sqlite")


OF_LINKS: Final[tuple[Callable[[Cluster], Iterator[str]], ...]] = (
    selectors,
    ports,
    references,
    secrets,
    numbers,
)
