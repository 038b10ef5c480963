"""Values as they stand beside each other on paper: each with who recorded it, and when."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from agreement_viewer.agreement import Agreement
from agreement_viewer.ledger.change import By, Change
from agreement_viewer.ledger.checklist import Cell
from agreement_viewer.ledger.fields import VALUE_TYPES, EvidenceFile
from agreement_viewer.report.tree import Value, Version


class Versions:
    """Makes them for one agreement, in one time zone."""

    def __init__(self, agreement: Agreement, zone: datetime.tzinfo) -> None:
        self._agreement = agreement
        self._zone = zone

    def of(self, head: Change) -> Version:
        """The value that `head` gave its field."""
        return self.signed(head, _read(head), is_unread(head))

    def beside(self, field: str, values: Iterable[Change]) -> Iterator[Version]:
        """What stands beside each other. Whoever went on with a thing did not mean it withdrawn."""
        went_on: dict[By, Change] = {}
        for change in values:
            if change.field == field:
                yield self.of(change)
            else:
                went_on[change.by] = change
        for last in went_on.values():
            yield self.signed(last, False)

    def signed(self, head: Change, value: Value, newer: bool = False) -> Version:
        """`value`, by whoever recorded `head`."""
        party = self._agreement.party(head.by.unit)
        unit = party.short if party else head.by.unit
        return Version(value, head.by.name, unit, self._moment(head), newer)

    def _moment(self, head: Change) -> datetime.datetime | None:
        try:
            return datetime.datetime.fromisoformat(head.at).astimezone(self._zone)
        except (ValueError, OverflowError):
            return None


def is_unread(head: Change) -> bool:
    """Whether only a newer version of the program can read its value."""
    return head.value is not None and _read(head) is None


def _read(head: Change) -> Value:
    value: Any = Cell((head,)).read(VALUE_TYPES.get(head.field, str))
    plain: Value = value.name if isinstance(value, EvidenceFile) else value
    return plain
