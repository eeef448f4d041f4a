"""What `make run` starts: the FHIR server with sample patients and, beside it, the service. Neither runs alone.

Ctrl-C stops both. If one stops by itself, the other is stopped and the exit status is 1.
"""

import argparse
import http.client
import os
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import orjson

from cds_hooks import demo, sandbox
from fhir_profiles import examples

_HOST = sandbox.HOST
_STARTS_WITHIN_S = 60.0
_SHOWN = ("V-01", "V-17", "V-24")


def main() -> int:
    given = _arguments()
    signal.signal(signal.SIGTERM, _stop_as_if_asked)
    try:
        sandbox.refuse_taken_port(given.port)
        with sandbox.running(given.sandbox_port) as server, tempfile.TemporaryDirectory(prefix="spinal-cds-") as calls:
            count = sandbox.load_sample_patients(server, datetime.now(UTC))
            print(f"{count} sample patients loaded onto {server.base_url}", flush=True)
            service = _service(given, server, Path(calls) / "ledger.db")
            try:
                _wait_until_it_answers(service, given.port)
                print(_what_next(given.port, server, Path(calls)), flush=True)
                return _watch(service, server.process)
            finally:
                sandbox.stop(service)
    except sandbox.SandboxFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--sandbox-port", type=int, default=8090)
    return parser.parse_args()


def _service(given: argparse.Namespace, server: sandbox.Sandbox, ledger: Path) -> subprocess.Popen[bytes]:
    # The ports may have been chosen on the command line; the site file need not know. What is told of sample patients is
    # forgotten with them.
    environment = os.environ | {
        "SPINAL_CDS__PUBLIC_URL": f"http://{_HOST}:{given.port}",
        "SPINAL_CDS__SERVER__PORT": str(given.port),
        "SPINAL_CDS__CLIENT__0__FHIR_SERVERS": f'["{server.base_url}"]',
        "SPINAL_CDS__STORE__URL": f"sqlite:///{ledger}",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "cds_hooks.cli", "serve", "--site", str(given.site)],
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches us alone; we stop both in our order
    )


def _wait_until_it_answers(service: subprocess.Popen[bytes], port: int) -> None:
    ends = time.monotonic() + _STARTS_WITHIN_S
    while time.monotonic() < ends:
        if service.poll() is not None:
            raise sandbox.SandboxFailed("The service stopped while starting; what it said stands above.")
        connection = http.client.HTTPConnection(_HOST, port, timeout=5)
        try:
            connection.request("GET", "/cds-services")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except (OSError, http.client.HTTPException):
            pass  # not yet
        finally:
            connection.close()
        time.sleep(0.1)
    raise sandbox.SandboxFailed(f"The service did not answer within {_STARTS_WITHIN_S:.0f} s.")


def _what_next(port: int, server: sandbox.Sandbox, calls: Path) -> str:
    service = f"http://{_HOST}:{port}"
    lines = [
        "",
        "Running. Open this first: the workbench, to choose a patient and see the cards",
        "",
        f"  {service}/",
        "",
    ]
    lines += ["Which services there are:", "", f"  curl -s {service}/cds-services", ""]
    lines += ["Three sample patients, each with the order a physician is about to sign:", ""]
    now = datetime.now(UTC)
    for name in _SHOWN:
        call = calls / f"{name}.json"
        call.write_bytes(orjson.dumps(demo.hook_call(name, now, server.base_url), option=orjson.OPT_INDENT_2))
        title = examples.load(name, now)["title"]
        lines += [
            f"  # {name}: {title}",
            f"  curl -s {service}{demo.SERVICE_PATH} -H 'Content-Type: application/json' -d @{call}",
            "",
        ]
    lines += [
        "Where to look next:",
        f"  {server.base_url}/Patient        the sample patients",
        f"  {server.log}  what the service asked the FHIR server for",
        "  .venv/bin/spinal-cds demo V-01            the same as text, without any server",
        "  README.md                                 the life of one request",
        "",
        "Ctrl-C stops both.",
    ]
    return "\n".join(lines)


def _watch(service: subprocess.Popen[bytes], server: subprocess.Popen[bytes]) -> int:
    while True:
        for process, name in ((service, "The service"), (server, "The FHIR server")):
            if process.poll() is not None:
                print(
                    f"{name} stopped by itself with status {process.returncode}; stopping the other.", file=sys.stderr
                )
                return 1
        time.sleep(0.5)


def _stop_as_if_asked(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
