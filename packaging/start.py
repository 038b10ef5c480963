"""Where the packaged program begins."""

import sys
import types

from agreement_viewer.__main__ import main

# psycopg loads `ssl` for an effect that OpenSSL has not needed since 1.1, and speaks through an
# OpenSSL of its own. Python's, six megabytes, stays out: this has what asyncio looks for in it.
stand_in = types.ModuleType("ssl")
vars(stand_in).update(SSLWantReadError=OSError, SSLSyscallError=OSError)
sys.modules["ssl"] = stand_in

sys.exit(main())
