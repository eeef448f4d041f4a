"""Broken manifests are refused: each of these is one mistake that somebody could make, in the rendered production overlay."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.kustomize import Object
from tests.support.manifest_faults import faults
from tests.support.manifest_schemas import schema_faults
from tests.support.manifests import Cluster

Break = Callable[["Broken"], None]


class Broken:
    """The objects of an overlay, by kind and name, to be changed."""

    def __init__(self, objects: list[Object]) -> None:
        self.objects = copy.deepcopy(objects)

    def one(self, kind: str, name: str = "spinal-cds") -> Any:
        (found,) = (each for each in self.objects if (each["kind"], each["metadata"]["name"]) == (kind, name))
        return found

    @property
    def pod(self) -> Any:
        return self.one("Deployment")["spec"]["template"]["spec"]

    @property
    def server(self) -> Any:
        return self.pod["containers"][0]

    @property
    def job(self) -> Any:
        return self.one("Job", "spinal-cds-migrate")["spec"]["template"]["spec"]

    def without(self, kind: str, name: str = "spinal-cds") -> None:
        self.objects.remove(self.one(kind, name))

    def policy(self, name: str) -> Any:
        return self.one("NetworkPolicy", f"spinal-cds-{name}")["spec"]

    def site(self, old: str, new: str) -> None:
        data = Cluster(self.objects).site()["data"]
        assert old in data["site.toml"]
        data["site.toml"] = data["site.toml"].replace(old, new)


RULES: dict[str, tuple[Break, str]] = {
    # rights
    "the root file system can be written to": (
        lambda b: b.server["securityContext"].update(readOnlyRootFilesystem=False),
        "container server, securityContext: readOnlyRootFilesystem is False",
    ),
    "an init container has no securityContext": (
        lambda b: b.pod["initContainers"][0].pop("securityContext"),
        "container check, securityContext: readOnlyRootFilesystem is None",
    ),
    "a job keeps a capability": (
        lambda b: b.job["containers"][0]["securityContext"].update(capabilities={"drop": ["NET_RAW"]}),
        "container migrate, securityContext: capabilities",
    ),
    "a container runs as root": (
        lambda b: b.server["securityContext"].update(runAsUser=0),
        "container server, securityContext: runAsUser is 0",
    ),
    "another user than the image's": (lambda b: b.pod["securityContext"].update(runAsUser=1000), "runAsUser is 1000"),
    "no seccomp": (lambda b: b.pod["securityContext"].pop("seccompProfile"), "seccompProfile is None"),
    "a token of the cluster": (
        lambda b: b.job.pop("automountServiceAccountToken"),
        "automountServiceAccountToken is not false",
    ),
    "the node's network": (lambda b: b.pod.update(hostNetwork=True), "hostNetwork"),
    "a path of the node": (
        lambda b: b.pod["volumes"][1].update(hostPath={"path": "/var"}),
        "volume tmp is a path of the node",
    ),
    "settings that can be written to": (
        lambda b: b.server["volumeMounts"][0].pop("readOnly"),
        "/etc/spinal-cds can be written to",
    ),
    "nowhere for temporary files": (lambda b: b.server["volumeMounts"].pop(), "no emptyDir at /tmp"),
    # room, start and end
    "requests above limits": (
        lambda b: b.server["resources"]["requests"].update(memory="2Gi"),
        "requests more memory than its limit",
    ),
    "no limit of memory": (lambda b: b.server["resources"].pop("limits"), "no limit of memory"),
    "nothing asked for": (lambda b: b.job["containers"][0]["resources"].pop("requests"), "requests no cpu"),
    "an image by tag alone": (lambda b: b.server.update(image="registry.example/cds:1"), "not pinned by digest"),
    "a probe that the application has not": (
        lambda b: b.server["readinessProbe"]["httpGet"].update(path="/health"),
        "readinessProbe asks /health",
    ),
    "killed by readiness": (
        lambda b: b.server["livenessProbe"]["httpGet"].update(path="/readyz"),
        "livenessProbe asks /readyz",
    ),
    "no time to start": (lambda b: b.server["startupProbe"].update(failureThreshold=3), "less than a minute to start"),
    "killed in the middle of a call": (
        lambda b: b.pod.update(terminationGracePeriodSeconds=29),
        "killed while calls may be in flight",
    ),
    "stopped at once": (lambda b: b.server.pop("lifecycle"), "stops before its address is taken away"),
    "all on one node": (lambda b: b.pod["topologySpreadConstraints"].pop(0), "not spread"),
    "the site file is not checked": (lambda b: b.pod.pop("initContainers"), "the site file is not checked first"),
    "checked with other settings": (lambda b: b.server.pop("env"), "check sees other settings than the server"),
    "a job without end": (
        lambda b: b.one("Job", "spinal-cds-selftest")["spec"].pop("activeDeadlineSeconds"),
        "no activeDeadlineSeconds",
    ),
    # names that lead nowhere
    "a Deployment that does not mean its pods": (
        lambda b: b.one("Deployment")["spec"]["selector"]["matchLabels"].update({"app.kubernetes.io/name": "x"}),
        "its selector does not mean its own pods",
    ),
    "a Service without pods": (
        lambda b: b.one("Service")["spec"]["selector"].update({"app.kubernetes.io/component": "web"}),
        "Service spinal-cds: its selector does not mean",
    ),
    "a Service that means the jobs as well": (
        lambda b: b.one("Service")["spec"]["selector"].pop("app.kubernetes.io/component"),
        "Service spinal-cds: its selector does not mean",
    ),
    "a budget of nothing": (
        lambda b: b.one("PodDisruptionBudget")["spec"]["selector"]["matchLabels"].update(a="b"),
        "PodDisruptionBudget: its selector means no pod",
    ),
    "a monitor of nothing": (
        lambda b: b.one("ServiceMonitor")["spec"]["selector"]["matchLabels"].update(a="b"),
        "its selector means no Service",
    ),
    "a port that no container has": (
        lambda b: b.one("Service")["spec"]["ports"][0].update(targetPort="web"),
        "no pod has the port web",
    ),
    "a probe at a port that is not there": (
        lambda b: b.server["livenessProbe"]["httpGet"].update(port="web"),
        "livenessProbe asks a port that it has not",
    ),
    "metrics at a port that is not there": (
        lambda b: b.one("ServiceMonitor")["spec"]["endpoints"][0].update(port="metrics"),
        "ServiceMonitor: no port metrics",
    ),
    "a way in that leads nowhere": (
        lambda b: b.one("Ingress")["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"].update(name="cds"),
        "Ingress spinal-cds: cds",
    ),
    "metrics for everybody": (
        lambda b: b.one("Ingress")["spec"]["rules"][0]["http"]["paths"][0].update(path="/"),
        "Ingress: / is let in",
    ),
    "no way in for the self-test": (
        lambda b: b.one("Ingress")["spec"]["rules"][0]["http"]["paths"].pop(),
        "Ingress: /readyz is not let in",
    ),
    "a ConfigMap that is not there": (
        lambda b: b.job["volumes"][0]["projected"]["sources"][0]["configMap"].update(name="spinal-cds-site"),
        "no ConfigMap spinal-cds-site",
    ),
    "a Secret that nobody described": (
        lambda b: b.pod["volumes"][0]["projected"]["sources"][1]["secret"].update(name="database"),
        "the Secret database is described nowhere",
    ),
    "a Secret in the tree": (
        lambda b: b.objects.append({"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "spinal-cds-store"}}),
        "a Secret is in the tree",
    ),
    "an account that is not there": (lambda b: b.without("ServiceAccount"), "no ServiceAccount spinal-cds"),
    "a mount without a volume": (lambda b: b.pod["volumes"].pop(), "volume tmp is not there"),
    # how many
    "an autoscaler of nothing": (
        lambda b: b.one("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"].update(name="cds"),
        "the autoscaler's target is not there",
    ),
    "two that say how many": (lambda b: b.one("Deployment")["spec"].update(replicas=2), "both say how many"),
    "down to one pod": (
        lambda b: b.one("HorizontalPodAutoscaler")["spec"].update(minReplicas=1),
        "fewer than two pods",
    ),
    "a budget that holds every pod": (
        lambda b: b.one("PodDisruptionBudget").update(spec={"minAvailable": 2, "selector": {"matchLabels": {}}}),
        "no pod may ever be taken away",
    ),
    "no budget": (lambda b: b.without("PodDisruptionBudget"), "nothing that keeps one of them"),
    # addresses
    "the service listens to itself": (lambda b: b.site('"0.0.0.0"', '"127.0.0.1"'), "no other pod can reach it"),
    "another port": (lambda b: b.site("port = 8000", "port = 9000"), "the port of the site file"),
    "another host": (
        lambda b: b.site('public_url = "https://cds.', 'public_url = "https://other.'),
        "is not the host of public_url",
    ),
    "a self-test of another issuer": (
        lambda b: b.one("Job", "spinal-cds-selftest")["spec"]["template"]["spec"]["containers"][0]["args"].__setitem__(
            5, "https://nobody.example"
        ),
        "as nobody that the site file knows",
    ),
    # the network
    "nothing is closed": (lambda b: b.without("NetworkPolicy", "spinal-cds-nothing-else"), "no policy closes it"),
    "closed on one side": (lambda b: b.policy("nothing-else").update(policyTypes=["Ingress"]), "no policy closes it"),
    "only the server is closed": (
        lambda b: b.policy("nothing-else")["podSelector"]["matchLabels"].update(
            {"app.kubernetes.io/component": "server"}
        ),
        "Job spinal-cds-migrate: no policy closes it",
    ),
    "out to anywhere": (lambda b: b.policy("to-fhir-servers")["egress"][0].pop("to"), "to anywhere"),
    "out to every address": (
        lambda b: b.policy("to-fhir-servers")["egress"][0]["to"][0]["ipBlock"].update(cidr="0.0.0.0/0"),
        "0.0.0.0/0 is somebody's address",
    ),
    "in from every namespace": (
        lambda b: b.policy("from-ehr")["ingress"][0]["from"][0].update(namespaceSelector={}),
        "every namespace is a peer",
    ),
    "in at every port": (lambda b: b.policy("from-prometheus")["ingress"][0].pop("ports"), "at any port"),
    "a policy of nothing": (
        lambda b: b.policy("to-key-servers")["podSelector"]["matchLabels"].update(a="b"),
        "spinal-cds-to-key-servers: means no pod",
    ),
    "a FHIR server that nobody let through": (
        lambda b: b.site("https://fhir.hospital.example", "https://fhir2.hospital.example"),
        "fhir2.hospital.example is in the site file and in no policy",
    ),
    "a database that nobody let through": (
        lambda b: b.without("NetworkPolicy", "spinal-cds-to-database"),
        "database.hospital.example is in the site file and in no policy",
    ),
    "Prometheus is not let in": (
        lambda b: b.without("NetworkPolicy", "spinal-cds-from-prometheus"),
        "Prometheus is told to ask, and not let in",
    ),
}


@pytest.mark.parametrize("mistake", RULES)
def test_a_mistake_is_named(mistake: str, rendered_overlay: Callable[[str], list[Object]]) -> None:
    change, said = RULES[mistake]
    broken = Broken(rendered_overlay("production"))
    change(broken)
    found = list(faults(broken.objects))
    assert any(said in each for each in found), found


def test_sqlite_is_never_shared(rendered_overlay: Callable[[str], list[Object]]) -> None:
    for change in ({"replicas": 2}, {"strategy": {"type": "RollingUpdate"}}):
        broken = Broken(rendered_overlay("small"))
        broken.one("Deployment")["spec"].update(change)
        assert "SQLite on one volume, and more than one pod at a time" in list(faults(broken.objects))


def test_a_server_of_the_sandbox_pod_has_to_listen(rendered_overlay: Callable[[str], list[Object]]) -> None:
    broken = Broken(rendered_overlay("sandbox"))
    broken.site("8080/fhir", "8081/fhir")
    assert "no container of the pod listens on port 8081" in list(faults(broken.objects))


SCHEMAS: dict[str, tuple[Break, str]] = {
    "an apiVersion that is gone": (
        lambda b: b.one("HorizontalPodAutoscaler").update(apiVersion="autoscaling/v2beta2"),
        "Couldn't find schema",
    ),
    "a kind that nobody knows": (lambda b: b.one("Ingress").update(kind="Ingres"), "Couldn't find schema"),
    "another kind of the operator's": (lambda b: b.one("ServiceMonitor").update(kind="PodMonitor"), "Couldn't find"),
    "a word for a number": (
        lambda b: b.one("HorizontalPodAutoscaler")["spec"].update(maxReplicas="six"),
        "spec.maxReplicas",
    ),
    "a key that is misspelt": (
        lambda b: b.server["securityContext"].update(readOnlyRootFileSystem=True),
        "readOnlyRootFileSystem",
    ),
    "a port without a number": (lambda b: b.server["ports"][0].pop("containerPort"), "containerPort"),
    "a monitor without endpoints": (lambda b: b.one("ServiceMonitor")["spec"].pop("endpoints"), "endpoints"),
    "a monitor with a key that is misspelt": (
        lambda b: b.one("ServiceMonitor")["spec"]["endpoints"][0].update(intervall="30s"),
        "intervall",
    ),
    "a rule that waits for no time": (
        lambda b: b.one("PrometheusRule")["spec"]["groups"][0]["rules"][0].update({"for": "5 minutes"}),
        "5 minutes",
    ),
    "a rule without an expression": (
        lambda b: b.one("PrometheusRule")["spec"]["groups"][0]["rules"][0].pop("expr"),
        "expr",
    ),
}


@pytest.mark.parametrize("mistake", SCHEMAS)
def test_a_mistake_of_form_is_named(mistake: str, rendered_overlay: Callable[[str], list[Object]]) -> None:
    change, said = SCHEMAS[mistake]
    broken = Broken(rendered_overlay("production"))
    change(broken)
    found = list(schema_faults(broken.objects, "1.34"))
    assert any(said in each for each in found), found
