"""The example of a proxy: nginx accepts it, and its limits are not smaller than the service's."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.house.tree import ROOT
from tests.support.authority import Authority
from tests.support.installed import Missing, command, not_run

TEXT = (ROOT / "deploy" / "proxy" / "nginx.conf").read_text(encoding="utf-8")


def checked(folder: Path, site: str) -> tuple[int, str]:
    """What `nginx -t` says of a whole configuration with this site in it; nothing is started."""
    try:
        program = command("nginx", "it checks the example of a proxy")
    except Missing as missing:
        not_run("nginx's check of its configuration", missing)
    Authority(folder / "authority").serving_as("cds")
    site = re.sub(r"/etc/ssl/spinal-cds/\w+\.pem", str(folder / "authority" / "cds.pem"), site)
    whole = f"pid {folder}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{site}\n}}\n"
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    arguments = [program, "-t", "-q", "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_nginx_accepts_it_and_would_refuse_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "good").mkdir()
    (tmp_path / "bad").mkdir()
    assert checked(tmp_path / "good", TEXT) == (0, "")
    assert checked(tmp_path / "bad", TEXT.replace("keepalive 32;", "keep_alive 32;"))[0] == 1


def test_it_lets_the_largest_call_through() -> None:
    assert "client_max_body_size    10m;" in TEXT
