"""Where the packaged program begins."""

import sys

from agreement_viewer.__main__ import main

sys.exit(main())
