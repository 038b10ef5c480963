"""Makes the Windows program and its installer, on Linux through Wine or on Windows itself.

    python3 packaging/build.py

Standard library only. What the build needs besides is told in packaging/README.md.
"""

import argparse
import sys
from functools import partial

import installer
import signing
from components import LICENCES
from freeze import SPECIFICATION, freeze
from installer import make_installer
from places import (
    EXECUTABLES,
    FROZEN,
    PACKAGING,
    PROGRAM,
    ROOT,
    portable_file,
    setup_file,
    version,
)
from program import assemble, measure, pack_portable, write_sums
from steps import BuildError, Step, carry_out, digest_of
from tools import tools


def steps(*, signed: bool, quick: bool) -> list[Step]:
    """All steps, in order."""
    signer = digest_of(signing.certificate()) if signed else ""
    return [*tools(), *_program(signer), *_results(signed=signed, quick=quick)]


def _program(signer: str) -> list[Step]:
    here, executables = PACKAGING, [FROZEN / name for name in EXECUTABLES]
    frozen = [
        *(ROOT / "src", ROOT / "resources", SPECIFICATION),
        *(here / "freeze.py", here / "start.py", here / "agreement-viewer.manifest"),
    ]
    assembled = [here / "program.py", here / "components.py", here / "signing.py", LICENCES]
    return [
        Step("program", freeze, frozen, executables),
        Step("contents", lambda: assemble(signed=bool(signer)), assembled, [PROGRAM], signer),
    ]


def _results(*, signed: bool, quick: bool) -> list[Step]:
    packed = [PACKAGING / "installer.py", installer.SCRIPT, installer.TEXTS]
    setup, portable = setup_file(version()), portable_file(version())
    pack = partial(make_installer, signed=signed, quick=quick)
    return [
        Step("installer", pack, packed, [setup], "quick" if quick else ""),
        Step("portable program", partial(pack_portable, quick=quick), [], [portable]),
        Step("checksums", write_sums, [], [setup.with_name("SHA256SUMS")]),
    ]


def main() -> int:
    """Carry out all steps; the exit code."""
    parser = argparse.ArgumentParser(description="Makes the Windows program and its installer.")
    parser.add_argument("--sign", action="store_true", help="sign it: see packaging/signing.py")
    parser.add_argument("--quick", action="store_true", help="compress nothing: to try things")
    options = parser.parse_args()
    try:
        carry_out(steps(signed=options.sign, quick=options.quick))
        if not options.quick:
            measure()
    except BuildError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
