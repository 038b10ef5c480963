"""Two officers at the same checklist, and the report on what they recorded."""

import datetime
from collections.abc import Sequence

from office import AGREEMENT_FILE, OFFICER_A, OFFICER_B

from agreement_viewer.agreement import read_agreement
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.change import By
from agreement_viewer.ledger.checklist import Checklist, Entry
from agreement_viewer.ledger.edit import Edit, Stamp, Tip, stamp
from agreement_viewer.ledger.fold import Heads
from agreement_viewer.report.building import build_report
from agreement_viewer.report.printable import Texts, strings
from agreement_viewer.report.tree import Line, Report

AGREEMENT = read_agreement(AGREEMENT_FILE.read_bytes(), AGREEMENT_FILE.name)
TODAY = datetime.date(2024, 12, 14)
HANOI = datetime.timezone(datetime.timedelta(hours=7))
NOW = datetime.datetime(2024, 12, 14, 16, 30, tzinfo=HANOI)
RECORDED = "2024-11-20T17:05:00.000Z"
"""In Hà Nội the day after, at five past midnight."""


class Desk:
    """Officers A and B write on one set of heads; each has a chain of changes."""

    def __init__(self) -> None:
        self.heads = Heads()
        self.checklist = Checklist(AGREEMENT, self.heads)
        self._tips: dict[By, Tip] = {}
        self._clock = 0

    def do(self, edits: Sequence[Edit], by: By = OFFICER_A, at: str = RECORDED) -> str:
        """Append `edits`; the id of the first change, which is that of a thing it made."""
        writer = {OFFICER_A: "a", OFFICER_B: "b"}[by] * 64
        tip = self._tips.get(by)
        changes = stamp(edits, Stamp(writer, AGREEMENT.id, by, at, tip, self._clock))
        for change in changes:
            self.heads.apply(change)
        last = changes[-1]
        self._tips[by] = Tip(writer, last.seq, last.id)
        self._clock = last.clock
        return changes[0].id

    def entry(self, id: str) -> Entry:
        found = self.checklist.entry(id)
        assert found is not None
        return found

    def set(self, id: str, by: By = OFFICER_A, /, **values: object) -> None:
        for name, value in values.items():
            if edits := actions.set_value(self.entry(id), name, value, TODAY):
                self.do(edits, by)

    def differ(self, id: str, name: str, of_a: object, of_b: object) -> None:
        """Both officers give a field a value, neither knowing of the other."""
        entry = self.entry(id)
        both = [Edit.set(id, name, value, entry.cell(name).ids) for value in (of_a, of_b)]
        self.do(both[:1], OFFICER_A)
        self.do(both[1:], OFFICER_B)

    def add_task(self, item: str, title: str, **values: object) -> str:
        id = self.do(actions.add_task(item, title))
        self.set(id, **values)
        return id

    def report(self, today: datetime.date = TODAY, unit: str = "skhcn") -> Report:
        return build_report(self.checklist, today=today, recorded_to=NOW, unit=unit)

    def line(self, id: str, today: datetime.date = TODAY) -> Line:
        return next(line for line in self.report(today).lines if line.id == id)


UNSAID = ("kind", "style", "form", "lies", "pictures")


def said(texts: Texts) -> list[str]:
    """What a sheet says: all its strings but names of kinds and forms, and what is drawn."""
    if isinstance(texts, dict):
        told = {name: inner for name, inner in texts.items() if name not in UNSAID}
        return [text for inner in told.values() for text in said(inner)]
    if isinstance(texts, list):
        return [text for inner in texts for text in said(inner)]
    return list(strings(texts))
