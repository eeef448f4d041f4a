"""deploy/kubernetes: every overlay renders, with an old kustomize too, is strictly valid, and holds together."""

import contextlib
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from cds_hooks import cli
from cds_hooks.sandbox import Sandbox
from deploy.kubernetes import prometheus_rule
from deploy.kubernetes.overlays.sandbox import load
from fhir_profiles import examples
from tests.house.tree import ROOT
from tests.support.installed import not_run
from tests.support.kustomize import FOLDER, OVERLAYS, Object, kustomizations, rendered, roots, too_new
from tests.support.manifest_faults import faults
from tests.support.manifest_links import SECRETS
from tests.support.manifest_pods import USER
from tests.support.manifest_schemas import VERSIONS, schema_faults
from tests.support.manifests import Cluster

Overlay = Callable[[str], list[Object]]

DOCKERFILE = ROOT / "deploy" / "Dockerfile"
HOW_TO = ROOT / "docs" / "how-to" / "install-on-kubernetes.md"


# --- rendering ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", kustomizations(), ids=lambda file: file.parent.relative_to(FOLDER).as_posix())
def test_a_kustomization_uses_only_what_kustomize_2_0_3_knows(file: Path) -> None:
    assert list(too_new(yaml.safe_load(file.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "new",
    [
        {"components": ["x"]},
        {"labels": [{"pairs": {"a": "b"}}]},
        {"patches": [{"path": "x.yaml"}]},
        {"replacements": [{}]},
        {"replicas": [{"name": "a", "count": 1}]},
        {"helmCharts": []},
        {"resources": ["../../base"]},
        {"resources": ["https://hospital.example/x.yaml"]},
        {"bases": ["https://hospital.example/x"]},
        {"patchesStrategicMerge": ["kind: Deployment\n"]},
        {"patchesJson6902": [{"target": {}, "patch": "- op: add"}]},
        {"images": [{"name": "a", "tagSuffix": "x"}]},
        {"configMapGenerator": [{"name": "a", "envs": ["x"]}]},
        {"namespace": ["a"]},
    ],
    ids=str,
)
def test_what_is_newer_is_noticed(new: Object) -> None:
    assert list(too_new(new))


def test_each_overlay_has_its_jobs() -> None:
    found = {name: [each.name for each in roots(name)] for name in OVERLAYS}
    assert found == {
        "small": ["small", "selftest"],
        "production": ["production", "migrate", "selftest"],
        "sandbox": ["sandbox"],
    }


@pytest.mark.parametrize("name", OVERLAYS)
def test_everything_lies_in_one_namespace_and_has_our_name(name: str, rendered_overlay: Overlay) -> None:
    objects = rendered_overlay(name)
    assert len({each["metadata"].get("namespace") for each in objects} - {None}) == 1
    unnamed = [each for each in objects if each["kind"] != "ConfigMap" and not each["metadata"].get("labels")]
    assert unnamed == []


@pytest.mark.parametrize("name", OVERLAYS)
def test_a_changed_site_file_rolls_the_pods_and_an_unchanged_one_does_not(
    name: str, tmp_path: Path, rendered_overlay: Overlay
) -> None:
    before = rendered_overlay(name)  # first, as it says what is missing
    copy = tmp_path / "kubernetes"
    shutil.copytree(FOLDER, copy)
    template = [pod_template(before), pod_template(rendered(copy / "overlays" / name))]
    assert template[0] == template[1]
    site = copy / "overlays" / name / "site" / "site.toml"
    site.write_text(site.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert pod_template(rendered(copy / "overlays" / name)) != template[0]


def pod_template(objects: list[Object]) -> Object:
    (deployment,) = (each for each in objects if each["kind"] == "Deployment")
    template: Object = deployment["spec"]["template"]
    return template


def test_an_image_is_pinned_once_by_tag_and_digest_wherever_an_overlay_uses_it() -> None:
    for name in OVERLAYS:
        pins = [yaml.safe_load((root / "kustomization.yaml").read_text("utf-8"))["images"] for root in roots(name)]
        ours = [each for pin in pins for each in pin if each["name"] == "spinal-tumour-cds"]
        assert len(ours) == len(roots(name))
        assert all(each == ours[0] for each in ours)
        assert ours[0]["digest"].startswith("sha256:")
        assert f'version = "{ours[0]["newTag"]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


# --- valid, and of one piece --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", OVERLAYS)
def test_an_overlay_is_strictly_valid(name: str, version: str, rendered_overlay: Overlay) -> None:
    assert list(schema_faults(rendered_overlay(name), version)) == []


def test_the_namespace_is_valid_and_the_one_of_the_overlays() -> None:
    namespace = yaml.safe_load((FOLDER / "namespace.yaml").read_text(encoding="utf-8"))
    assert list(schema_faults([namespace], VERSIONS[-1])) == []
    for name in ("small", "production"):
        overlay = yaml.safe_load((FOLDER / "overlays" / name / "kustomization.yaml").read_text(encoding="utf-8"))
        assert overlay["namespace"] == namespace["metadata"]["name"]


@pytest.mark.parametrize("name", OVERLAYS)
def test_an_overlay_holds_together(name: str, rendered_overlay: Overlay) -> None:
    assert list(faults(rendered_overlay(name))) == []


def test_every_secret_is_described_in_the_how_to() -> None:
    text = HOW_TO.read_text(encoding="utf-8")
    assert [each for each in sorted(SECRETS) if f"`{each}`" not in text] == []


# --- what runs in it ----------------------------------------------------------------------------------------------------


def stand_in(name: str) -> str:
    """What a hospital would put there; made for one test."""
    if name == "spinal-cds-selftest":
        public = ECAlgorithm.to_jwk(ec.generate_private_key(ec.SECP384R1()).public_key())
        return f'{{"keys": [{public[:-1]}, "kid": "selftest", "alg": "ES384"}}]}}'
    return {"spinal-cds-store": "postgresql+psycopg://cds@database.hospital.example/cds"}[name]


@pytest.mark.parametrize("name", OVERLAYS)
def test_the_site_file_can_be_used_as_the_pod_sees_it(name: str, tmp_path: Path, rendered_overlay: Overlay) -> None:
    """The folder /etc/spinal-cds of the server, with stand-ins for those Secrets without which it would not be whole."""
    cluster = Cluster(rendered_overlay(name))
    volumes = pod_template(rendered_overlay(name))["spec"]["volumes"]
    (volume,) = (each for each in volumes if each["name"] == "site")
    for source in volume["projected"]["sources"]:
        for item in source.get("secret", {}).get("items", ()):
            if source["secret"]["name"] in ("spinal-cds-store", "spinal-cds-selftest"):
                file = tmp_path / item["path"]
                file.parent.mkdir(exist_ok=True)
                file.write_text(stand_in(source["secret"]["name"]), encoding="utf-8")
    for file_name, content in cluster.site()["data"].items():
        (tmp_path / file_name).write_text(content, encoding="utf-8")
    assert cli.main(["check", str(tmp_path / "site.toml")]) == cli.GOOD


@pytest.mark.parametrize("name", OVERLAYS)
def test_what_a_container_runs_is_a_command_of_ours(name: str, rendered_overlay: Overlay) -> None:
    ran = [
        each
        for pod in Cluster(rendered_overlay(name)).pods()
        for _, each in pod.containers()
        if each.get("command") == ["spinal-cds"]
    ]
    assert ran
    offered = offered_commands()
    for each in ran:
        if each["args"][0] in offered:
            cli._parser().parse_args(each["args"])
    if strange := {each["args"][0] for each in ran} - offered:
        not_run("What the manifests start", f"there is no command {', '.join(sorted(strange))} yet")


def offered_commands() -> set[str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), pytest.raises(SystemExit):
        cli.main(["--help"])
    return set(re.findall(r"^    ([a-z]+)(?: |$)", said.getvalue(), re.MULTILINE))


def test_the_user_of_the_manifests_is_that_of_the_image() -> None:
    if not DOCKERFILE.is_file():
        not_run("The user of the image", "there is no deploy/Dockerfile")
    text = DOCKERFILE.read_text(encoding="utf-8")
    assert re.findall(r"^USER (.+)$", text, re.MULTILINE)[-1] == f"{USER}:{USER}"
    assert 'VOLUME ["/var/lib/spinal-cds"]' in text


@pytest.mark.sandbox
def test_the_sandbox_loads_its_fhir_server(fhir_server: Sandbox) -> None:
    load.wait_for(fhir_server.base_url)
    assert load.load(fhir_server.base_url) == len(examples.names())


def test_the_rules_of_the_operator_are_those_of_every_prometheus() -> None:
    made = prometheus_rule.manifest(prometheus_rule.RULES.read_text(encoding="utf-8"))
    assert prometheus_rule.FILE.read_text(encoding="utf-8") == made, "make manifests"
    groups = yaml.safe_load(made)["spec"]["groups"]
    assert groups == yaml.safe_load(prometheus_rule.RULES.read_text(encoding="utf-8"))["groups"]
    assert len({each["name"] for each in groups}) == len(groups)


def test_the_jobs_of_the_targets_are_what_the_alerts_ask_for() -> None:
    """Prometheus names a job after the Service that it found the pods behind."""
    text = prometheus_rule.RULES.read_text(encoding="utf-8")
    assert set(re.findall(r'job="([^"]+)"', text)) <= {"spinal-cds"}
