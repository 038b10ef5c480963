"""What was signed: the programme's immutable content, read from one text file and checked."""

import sys

# msgspec would load typing_extensions, where it is installed, for what older Pythons lack: 1 MB.
if "typing_extensions" not in sys.modules:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    import msgspec  # noqa: F401

    del sys.modules["typing_extensions"]

from agreement_viewer.agreement.digest import agreement_digest, item_digest
from agreement_viewer.agreement.faults import AgreementError
from agreement_viewer.agreement.model import (
    Agreement,
    CitedDocument,
    Event,
    Group,
    Item,
    Participant,
    Party,
    Photos,
    Source,
    Wording,
    Years,
)
from agreement_viewer.agreement.reading import LARGEST_FILE, read_agreement

__all__ = [
    "LARGEST_FILE",
    "Agreement",
    "AgreementError",
    "CitedDocument",
    "Event",
    "Group",
    "Item",
    "Participant",
    "Party",
    "Photos",
    "Source",
    "Wording",
    "Years",
    "agreement_digest",
    "item_digest",
    "read_agreement",
]
