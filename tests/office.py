"""The office in the tests: two officers, a programme, a day at work."""

import datetime

from agreement_viewer.ledger.change import By
from agreement_viewer.resources import resource

AGREEMENT_FILE = resource("agreements", "can-tho-2021-2025.toml")
OFFICER_A = By("Cán bộ A", "skhcn")
OFFICER_B = By("Cán bộ B", "cong-an")
TODAY = datetime.date(2025, 11, 20)
NOW = datetime.datetime(2025, 11, 20, 14, 5).astimezone()
