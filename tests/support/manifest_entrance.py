"""Is the service reached where site file, Service, Ingress, monitor and self-test all say that it is?

What may not live here: which addresses the network lets through (`manifest_network`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from tests.support.manifests import Cluster, Object

FROM_OUTSIDE: Final = {
    "/cds-services": "Prefix",
    "/fhir": "Prefix",
    "/picture": "Prefix",
    "/openapi.json": "Exact",
    "/livez": "Exact",
    "/readyz": "Exact",
}
"""Not /metrics: it says how many calls there are, and Prometheus comes another way. Not /: the workbench."""


def site_of(cluster: Cluster) -> dict[str, Any]:
    return tomllib.loads(cluster.site()["data"]["site.toml"])


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


def let_in(cluster: Cluster) -> Iterator[str]:
    """What stands in contract and self-test is reached from outside, and nothing else."""
    for ingress in cluster.of("Ingress"):
        for rule in ingress["spec"]["rules"]:
            paths = {each["path"]: each["pathType"] for each in rule["http"]["paths"]}
            yield from (f"Ingress: {each} is not let in" for each in sorted(FROM_OUTSIDE.keys() - paths.keys()))
            yield from (f"Ingress: {each} is let in" for each in sorted(paths.keys() - FROM_OUTSIDE.keys()))
            yield from (
                f"Ingress: {each} is {kind}" for each, kind in paths.items() if FROM_OUTSIDE.get(each, kind) != kind
            )


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


OF_THE_ENTRANCE: Final[tuple[Callable[[Cluster], Iterator[str]], ...]] = (doors, let_in, addresses)
