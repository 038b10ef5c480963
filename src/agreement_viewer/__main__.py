"""`agreement-viewer` and `python -m agreement_viewer`: a command, or the window."""

import gc
import os
import sys


def main() -> int:
    """Run what the command line asks for; the exit code is 0, 1 (a fault) or 2 (bad input)."""
    from agreement_viewer.cli import run

    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = run(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    gc.freeze()  # nobody need look through what ends with the process anyway
    return code


if __name__ == "__main__":
    sys.exit(main())
