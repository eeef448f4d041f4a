"""Is everything closed but what is listed, and is everything listed that the site file names? The NetworkPolicies of an overlay.

What may not live here: any other object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ipaddress import ip_network
from typing import Any, Final
from urllib.parse import urlsplit

from tests.support.manifest_entrance import site_of
from tests.support.manifests import Cluster, Object

_BOTH: Final = {"Ingress", "Egress"}
_HOSTS: Final = "spinal-tumour-cds.example/hosts"
_FOR_DOCUMENTATION: Final = [ip_network(each) for each in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]


def closed(cluster: Cluster) -> Iterator[str]:
    """Each pod is meant by a policy that lets nothing through; others only add to it."""
    shut = [each for each in cluster.of("NetworkPolicy") if not each["spec"].keys() & {"ingress", "egress"}]
    shut = [each for each in shut if set(each["spec"].get("policyTypes", ())) == _BOTH]
    for pod in cluster.pods():
        if not any(pod in cluster.selected(each["spec"]["podSelector"]) for each in shut):
            yield f"{pod.of}: no policy closes it"


def narrow(cluster: Cluster) -> Iterator[str]:
    """Whatever is let through is said by whom or to whom, and at which port."""
    for policy in cluster.of("NetworkPolicy"):
        name, spec = f"NetworkPolicy {policy['metadata']['name']}", policy["spec"]
        meant = cluster.selected(spec["podSelector"])
        if not meant:
            yield f"{name}: means no pod"
        for direction, whom in (("ingress", "from"), ("egress", "to")):
            for rule in spec.get(direction, ()):
                if direction.capitalize() not in spec["policyTypes"]:
                    yield f"{name}: {direction} without its policyType"
                if not rule.get(whom) or not rule.get("ports"):
                    yield f"{name}: {direction} from or to anywhere, or at any port"
                yield from (f"{name}: {each}" for each in _too_wide(rule.get(whom, ())))
                named = {each["port"] for each in rule.get("ports", ()) if isinstance(each.get("port"), str)}
                if any(not named <= pod.port_names() for pod in meant):
                    yield f"{name}: its pods have no such port as {sorted(named)}"


def _too_wide(peers: Any) -> Iterator[str]:
    for peer in peers:
        if peer.keys() == {"podSelector"} or not peer:
            yield "every pod of the namespace is a peer"
        if "namespaceSelector" in peer and not peer["namespaceSelector"].get("matchLabels"):
            yield "every namespace is a peer"
        if "ipBlock" in peer and not _is_a_placeholder(peer["ipBlock"]):
            yield f"{peer['ipBlock']['cidr']} is somebody's address"


def _is_a_placeholder(block: Object) -> bool:
    """What is shipped leads nowhere until the hospital has put its own addresses there."""
    network = ip_network(block["cidr"])
    return any(network.subnet_of(each) for each in _FOR_DOCUMENTATION)  # type: ignore[arg-type]  # IPv4 both, or False is raised


def listed(cluster: Cluster) -> Iterator[str]:
    """Every server that the site file names has a policy that says so, and no policy names another."""
    site = site_of(cluster)
    if site["mode"] == "development":
        return
    wanted = {host for client in site["client"] for host in _servers_of(client)}
    if "url_file" in site["store"]:
        wanted.add("database.hospital.example")  # the url is a secret; its host is the how-to's
    wanted.add(str(urlsplit(site["public_url"]).hostname))  # for the self-test
    policies = cluster.of("NetworkPolicy")
    named = {host for each in policies for host in each["metadata"].get("annotations", {}).get(_HOSTS, "").split()}
    yield from (f"{host} is in the site file and in no policy" for host in sorted(wanted - named))
    yield from (f"{host} is in a policy and not in the site file" for host in sorted(named - wanted))


def _servers_of(client: Object) -> Iterator[str]:
    for address in (*client.get("fhir_servers", ()), client.get("jwks_url")):
        if address is not None:
            yield str(urlsplit(address).hostname)


def callers(cluster: Cluster) -> Iterator[str]:
    """Somebody comes in, and Prometheus where it is told to ask."""
    site = site_of(cluster)
    names = cluster.names("NetworkPolicy")
    if site["mode"] != "development" and "spinal-cds-from-ehr" not in names:
        yield "nobody can call"
    if cluster.of("ServiceMonitor") and "spinal-cds-from-prometheus" not in names:
        yield "Prometheus is told to ask, and not let in"


OF_NETWORK: Final[tuple[Callable[[Cluster], Iterator[str]], ...]] = (closed, narrow, listed, callers)
