"""What is wrong with the manifests of an overlay, by all the rules that no schema has.

What may not live here: a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from cds_hooks.app import create_app
from cds_hooks.site import Site
from tests.support.manifest_entrance import OF_THE_ENTRANCE
from tests.support.manifest_links import OF_LINKS
from tests.support.manifest_network import OF_NETWORK
from tests.support.manifest_pods import OF_PODS, probes
from tests.support.manifests import Cluster, Object


def faults(objects: Sequence[Object]) -> Iterator[str]:
    """One line for each."""
    cluster = Cluster(objects)
    yield from chain.from_iterable(rule(cluster) for rule in (*OF_PODS, *OF_LINKS, *OF_THE_ENTRANCE, *OF_NETWORK))
    yield from probes(cluster, _paths())


@cache
def _paths() -> frozenset[str]:
    """What the application answers at all."""
    return frozenset(str(rule) for rule in create_app(Site()).url_map.iter_rules())
