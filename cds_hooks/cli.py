"""The commands of `spinal-cds`: what a person may start from a terminal, and what each says there.

It answers with its exit status: 0 good, 1 something found or failed, 2 wrong usage. What may not live here: anything a
request needs, for a request never passes this way.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from cds_hooks import demo, meters, sandbox, serving, sheet
from cds_hooks.failures import LedgerUnavailable
from cds_hooks.ledger import Ledger
from cds_hooks.listening import CannotListen
from cds_hooks.looking import Looked, look
from cds_hooks.selftest import SelfTest, SelfTestFailed, Signature
from cds_hooks.serving import SITE_VARIABLE
from cds_hooks.site import LANGUAGES, SiteMistakes, explain, load_site, own_codes, read_site
from cds_hooks.trust.signing import UnusableKey, make_keys, read_key
from fhir_profiles import examples, publishing

GOOD, FAILED, WRONG_USAGE = 0, 1, 2

_HIGHEST_PORT = 65_535

_SAID_IN_WORDS = (
    CannotListen,
    meters.NoFolder,
    sandbox.SandboxFailed,
    demo.DemoFailed,
    SelfTestFailed,
    UnusableKey,
    sheet.NoPdf,
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    given = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop_as_if_asked)
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        return command(given)
    except SiteMistakes as found:
        return _failed(*found.mistakes)
    except _SAID_IN_WORDS as found:
        return _failed(str(found))
    except KeyboardInterrupt:
        return GOOD


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="spinal-cds",
        description="CDS Hooks service for orders of percutaneous treatment of spinal tumours.",
        epilog="Exit status: 0 good, 1 something found or failed, 2 wrong usage.",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    serve = commands.add_parser("serve", help="start the service with a site file")
    serve.add_argument("--site", type=Path, metavar="FILE", help=f"the site file (otherwise {SITE_VARIABLE} names it)")
    serve.set_defaults(command=_serve)

    migrate = commands.add_parser("migrate", help="bring the tables of the ledger up to date, then end")
    migrate.add_argument("--site", type=Path, metavar="FILE", help="as for serve")
    migrate.set_defaults(command=_migrate)

    server = commands.add_parser("sandbox", help="start a FHIR server with sample patients on this machine")
    server.add_argument("--port", type=_port, default=8090, help="default: 8090")
    server.add_argument("--data", type=Path, metavar="DIR", help="keep the store there (otherwise it is temporary)")
    server.set_defaults(command=_sandbox)

    check = commands.add_parser("check", help="check a site file without starting, or explain a setting")
    check.add_argument("site", nargs="?", type=Path, metavar="SITE.toml")
    check.add_argument("--explain", metavar="KEY", help="what a setting means, its default and range: fhir.deadline_ms")
    check.add_argument("--offline", action="store_true", help="look at no key server, FHIR server or store")
    check.set_defaults(command=lambda given: _check(given, check))

    write = commands.add_parser("definitions", help="write our FHIR definitions as files, or as one FHIR package")
    write.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="where to; default: here")
    write.add_argument("--package", action="store_true", help="one package (.tgz) instead of single files")
    write.set_defaults(command=_definitions)

    show = commands.add_parser("demo", help="take a sample patient from hook to cards and print them")
    show.add_argument("patient", nargs="?", default="V-01", metavar="PATIENT", help="a sample patient; default: V-01")
    show.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="the language of the cards")
    show.set_defaults(command=lambda given: _demo(given, show))
    _add_selftest(commands)

    paper = commands.add_parser("sheet", help="print the integration sheet of a site: what its EHR has to be told")
    paper.add_argument("site", type=Path, metavar="SITE.toml")
    paper.add_argument("--pdf", type=Path, metavar="FILE", help="write it as PDF instead")
    paper.set_defaults(command=_sheet)
    return parser


def _add_selftest(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    test = commands.add_parser("selftest", help="post a signed order-select to a running service and compare the cards")
    test.add_argument("url", nargs="?", metavar="URL", help="where the service is reached: http://127.0.0.1:8000")
    test.add_argument("--key", type=Path, metavar="FILE", help="the private key (PEM) that signs; production needs one")
    test.add_argument("--issuer", metavar="ISS", help="the issuer of a [[client]] of its own in the site file")
    test.add_argument("--kid", default="", help="the key's name; default: its thumbprint, as --make-key has it")
    test.add_argument("--tenant", default="", help="the tenant, where the client has tenants")
    test.add_argument(
        "--site", type=Path, metavar="FILE", help=f"compare every word (otherwise {SITE_VARIABLE} names it)"
    )
    test.add_argument("--public-url", default="", metavar="URL", help="its public_url, where no site file tells it")
    test.add_argument("--make-key", type=Path, metavar="FOLDER", help="write a new key and its key set there, and end")
    test.set_defaults(command=lambda given: _selftest(given, test))


def _serve(given: argparse.Namespace) -> int:
    serving.serve(given.site)
    return GOOD


def _migrate(given: argparse.Namespace) -> int:
    """Any number of these, and of services, may start together: one does it, the others wait."""
    ledger = Ledger(serving.site_of(given.site))
    if not os.environ.get(SITE_VARIABLE):
        print("No site file is named; the ledger is that of the environment or of development.", file=sys.stderr)
    try:
        print(f"The tables of the ledger are up to date: step {ledger.bring_up_to_date()}.")
    except LedgerUnavailable:
        return _failed("The database of the ledger cannot be used now; the line above says why. Nothing was changed.")
    finally:
        ledger.close()
    return GOOD


def _sandbox(given: argparse.Namespace) -> int:
    with sandbox.running(given.port, given.data) as server:
        count = sandbox.load_sample_patients(server, datetime.now(UTC))
        print(f"{count} sample patients loaded. FHIR server: {server.base_url}")
        print(f"Its log: {server.log}. Ctrl-C stops it.", flush=True)
        server.process.wait()
        return _failed("The FHIR server stopped by itself.")


def _check(given: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    if (given.site is None) == (given.explain is None):
        parser.error("name either a site file or --explain KEY")
    if given.explain is not None:
        try:
            print(explain(given.explain))
        except KeyError:
            parser.error(f"there is no setting {given.explain}")
        return GOOD
    site, mistakes = read_site(given.site, os.environ)
    file = str(given.site)
    looked = look(site, file, mistaken=bool(mistakes), offline=given.offline) if site else Looked()
    for warning in looked.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    if site is None or mistakes or looked.mistakes:
        return _failed(*mistakes, *looked.mistakes)
    print(f"{given.site}: good. Mode {site.mode}, {site.public_url}")
    for line in own_codes(site):
        print(line)
    return GOOD


def _definitions(given: argparse.Namespace) -> int:
    wanted = {publishing.PACKAGE_FILE: publishing.package()} if given.package else publishing.files()
    try:
        given.folder.mkdir(parents=True, exist_ok=True)
        for name, content in wanted.items():
            (given.folder / name).write_bytes(content)
    except OSError as problem:
        return _failed(f"{given.folder}: {problem.strerror}")
    only = next(iter(wanted)) if given.package else f"{len(wanted)} definitions"
    print(f"{given.folder}: {only}")
    return GOOD


def _demo(given: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    if given.patient not in examples.names():
        parser.error(f"there is no sample patient {given.patient}; there are {', '.join(examples.names())}")
    print(demo.as_text(demo.answer(given.patient, datetime.now(UTC), given.language)))
    return GOOD


def _selftest(given: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    if (given.url is None) == (given.make_key is None) or (given.key is None) != (given.issuer is None):
        parser.error("name a URL, and either both of --key and --issuer or none; or --make-key FOLDER alone")
    if given.make_key is not None:
        private, public = make_keys(given.make_key)
        print(f"{private}: the private key, for the self-test alone\n{public}: jwks_file of its [[client]]")
        return GOOD
    named = given.site or os.environ.get(SITE_VARIABLE)
    site = load_site(Path(named), os.environ) if named else None
    signature = None
    if given.key is not None:
        signature = Signature(key=read_key(given.key, given.kid), issuer=given.issuer, tenant=given.tenant)
    good = True
    for finding in SelfTest(given.url, site=site, signature=signature, public_url=given.public_url).findings():
        print(f"{'good  ' if finding.good else 'FAILED'}  {finding.said}", flush=True)
        good = good and finding.good
    return GOOD if good else FAILED


def _sheet(given: argparse.Namespace) -> int:
    document = sheet.sheet_of(load_site(given.site, os.environ))
    if given.pdf is None:
        print(sheet.as_markdown(document), end="")
        return GOOD
    try:
        given.pdf.write_bytes(sheet.as_pdf(document))
    except OSError as problem:
        return _failed(f"{given.pdf}: {problem.strerror}")
    print(f"{given.pdf}: the integration sheet")
    return GOOD


def _port(given: str) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"found {given}; allowed: a whole number from 1 to {_HIGHEST_PORT}")
    return int(given)


def _failed(*messages: str) -> int:
    for message in messages:
        print(message, file=sys.stderr)
    return FAILED


def _stop_as_if_asked(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
