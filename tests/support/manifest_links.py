"""Does every name in the manifests lead somewhere, and does nothing contradict anything else? What no schema can know.

What may not live here: what a single pod may do (`manifest_pods`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from tests.support.manifests import Cluster, Object, Pod, selects

SECRETS: Final = {
    "spinal-cds-store",
    "spinal-cds-feedback",
    "spinal-cds-proxy",
    "spinal-cds-selftest",
    "spinal-cds-tls",
}
"""Made by whoever installs; each stands in docs/how-to/install-on-kubernetes.md."""
NAME: Final = {"app.kubernetes.io/name": "spinal-tumour-cds"}


def selectors(cluster: Cluster) -> Iterator[str]:
    for maker in cluster.of("Deployment"):
        labels = maker["spec"]["template"]["metadata"]["labels"]
        if not selects(maker["spec"]["selector"], labels):
            yield f"Deployment {maker['metadata']['name']}: its selector does not mean its own pods"
    for each in (*cluster.of("PodDisruptionBudget"), *_spreads(cluster)):
        if not cluster.selected(each.get("spec", each).get("selector") or each["labelSelector"]):
            yield f"{each.get('kind', 'topologySpreadConstraints')}: its selector means no pod"
    for service in cluster.of("Service"):
        if len(_behind(cluster, service)) != 1:
            yield f"Service {service['metadata']['name']}: its selector does not mean the pods of one maker"
    for monitor in cluster.of("ServiceMonitor"):
        if not any(selects(monitor["spec"]["selector"], each["metadata"]["labels"]) for each in cluster.of("Service")):
            yield f"ServiceMonitor {monitor['metadata']['name']}: its selector means no Service"


def _spreads(cluster: Cluster) -> Iterator[Object]:
    for pod in cluster.pods():
        yield from pod.spec.get("topologySpreadConstraints", ())


def _behind(cluster: Cluster, service: Object) -> list[Pod]:
    return cluster.selected({"matchLabels": service["spec"]["selector"]})


def ports(cluster: Cluster) -> Iterator[str]:
    for pod in cluster.pods():
        for name, container in pod.containers():
            own = {each.get("name") for each in container.get("ports", ())}
            for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
                if probe in container and container[probe]["httpGet"]["port"] not in own:
                    yield f"{name}: {probe} asks a port that it has not"
    for service in cluster.of("Service"):
        for each in service["spec"]["ports"]:
            if any(each["targetPort"] not in pod.port_names() for pod in _behind(cluster, service)):
                yield f"Service {service['metadata']['name']}: no pod has the port {each['targetPort']}"


def doors(cluster: Cluster) -> Iterator[str]:
    """Prometheus and the Ingress name a Service of ours, and a port of it."""
    offered = {
        each["metadata"]["name"]: {port["name"] for port in each["spec"]["ports"]} for each in cluster.of("Service")
    }
    every_port = set().union(*offered.values())
    for monitor in cluster.of("ServiceMonitor"):
        asked = {each["port"] for each in monitor["spec"]["endpoints"]}
        yield from (f"ServiceMonitor: no port {each}" for each in sorted(asked - every_port))
    for ingress, backend in _backends(cluster):
        if backend["port"].get("name") not in offered.get(backend["name"], ()):
            yield f"Ingress {ingress}: {backend['name']}, port {backend['port']} is not there"


def _backends(cluster: Cluster) -> Iterator[tuple[str, Object]]:
    for ingress in cluster.of("Ingress"):
        for rule in ingress["spec"]["rules"]:
            for path in rule["http"]["paths"]:
                yield ingress["metadata"]["name"], path["backend"]["service"]


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


def site_of(cluster: Cluster) -> dict[str, Any]:
    return tomllib.loads(cluster.site()["data"]["site.toml"])


def addresses(cluster: Cluster) -> Iterator[str]:
    """Site file, Service, Ingress and self-test speak of one address and one port."""
    site = site_of(cluster)
    public = urlsplit(site["public_url"])
    if site["server"]["host"] != "0.0.0.0":  # noqa: S104
        yield "the server listens where no other pod can reach it"
    for pod in (each for each in cluster.pods() if each.maker["kind"] == "Deployment"):
        listening = {
            each["name"]: each["containerPort"] for _, one in pod.containers() for each in one.get("ports", ())
        }
        if listening.get("http") != site["server"]["port"]:
            yield "the port of the site file is not the container's"
        for server in (urlsplit(each) for client in site["client"] for each in client.get("fhir_servers", ())):
            if server.scheme == "http" and server.port not in listening.values():
                yield f"no container of the pod listens on port {server.port}"
    for ingress in cluster.of("Ingress"):
        hosts = {
            *(host for each in ingress["spec"]["tls"] for host in each["hosts"]),
            *(each["host"] for each in ingress["spec"]["rules"]),
        }
        if hosts != {public.hostname}:
            yield f"Ingress: {sorted(hosts)} is not the host of public_url"
    for job in (
        each
        for each in cluster.of("Job")
        if each["metadata"]["labels"].get("app.kubernetes.io/component") == "selftest"
    ):
        _, url, *options = job["spec"]["template"]["spec"]["containers"][0]["args"]
        issuer = dict(zip(options[::2], options[1::2], strict=True))["--issuer"]
        if url != site["public_url"] or issuer not in {each["issuer"] for each in site["client"]}:
            yield "the self-test calls another address, or as nobody that the site file knows"


OF_LINKS: Final[tuple[Callable[[Cluster], Iterator[str]], ...]] = (
    selectors,
    ports,
    doors,
    references,
    secrets,
    numbers,
    addresses,
)
