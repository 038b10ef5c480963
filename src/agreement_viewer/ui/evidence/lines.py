"""The lines in which a document is described, and how a document is told in a list."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Evidence
from agreement_viewer.ledger.fields import EVIDENCE_FIELDS, EvidenceFile, parse_day
from agreement_viewer.ledger.text import clean
from agreement_viewer.ledger.words import day_words
from agreement_viewer.ui.details.rows import Line
from agreement_viewer.ui.fields.date import DayEdit
from agreement_viewer.ui.fields.form_draft import Blank
from agreement_viewer.ui.fields.text import GrowingEdit
from agreement_viewer.ui.theme import Type

_MEGABYTE = 1_000_000


class DocumentLines(QObject):
    """Number, day, issuer and subject of a document, as they are typed."""

    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = QLineEdit(parent)
        self.issued_on = DayEdit(parent)
        self.issuer = QLineEdit(parent)
        self.subject = GrowingEdit(2, parent, one_paragraph=True)
        for line in (self.number, self.issued_on, self.issuer):
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.entered)
        self.issued_on.chosen.connect(self.edited)
        self.subject.textChanged.connect(self.edited)
        self.subject.entered.connect(self.entered)

    def widgets(self) -> dict[str, QWidget]:
        """The lines by the fields that they are for, from top to bottom."""
        lines = (self.number, self.issued_on, self.issuer, self.subject)
        return dict(zip(EVIDENCE_FIELDS, lines, strict=False))

    def blanks(self) -> dict[str, Blank]:
        """The same for keeping drafts."""
        return {
            "number": Blank(self.number.text, self.number.setText),
            "issued_on": Blank(self.issued_on.text, self.issued_on.setText),
            "issuer": Blank(self.issuer.text, self.issuer.setText),
            "subject": Blank(self.subject.toPlainText, self.subject.put),
        }

    def show_document(self, document: Evidence | None, today: datetime.date) -> None:
        """Fill the lines with what is recorded of `document`; empty them for a new one."""
        self.issued_on.today = today
        day = document.issued_on if document else None
        texts = {name: document.cell(name).text() if document else "" for name in self.blanks()}
        texts["issued_on"] = day_words(day) if day else ""
        for name, blank in self.blanks().items():
            blank.put(texts[name])

    def values(self) -> dict[str, object]:
        """What the lines state; None for empty ones. Raises UserError."""
        values: dict[str, object] = {
            name: clean(blank.read()) or None for name, blank in self.blanks().items()
        }
        if values["issued_on"]:
            values["issued_on"] = parse_day(self.issued_on.text())
        return values


def document_lines(has: Callable[[EvidenceFile], bool], document: Evidence) -> Sequence[Line]:
    """A document's row: number, day and issuer; subject; its file, and whether it is here."""
    day = document.issued_on
    number, issuer, subject = (
        document.cell(name).text() for name in ("number", "issuer", "subject")
    )
    head = " · ".join(filter(None, (number, day_words(day) if day else "", issuer)))
    lines = [Line(head, Type.STRONG), Line(subject)]
    if file := document.file:
        lines.append(_file_line(file, is_here=has(file)))
    if any(document.cell(name).is_difference for name in EVIDENCE_FIELDS):
        text = translate("Evidence", "Both offices changed this: edit it to choose.")
        lines.append(Line(text, Type.CAPTION, "warning"))
    if document.withdrawn:
        text = translate("Evidence", "Withdrawn by one office, changed by another.")
        lines.append(Line(text, Type.CAPTION, "warning"))
    return lines


def _file_line(file: EvidenceFile, *, is_here: bool) -> Line:
    if not is_here:
        text = translate("Evidence", "{file} — not on this computer", file=file.name)
        return Line(text, Type.CAPTION, "bad")
    size = QLocale().formattedDataSize(
        file.size, 1 if file.size >= _MEGABYTE else 0, QLocale.DataSizeFormat.DataSizeSIFormat
    )
    text = translate("Evidence", "{file} — {size}", file=file.name, size=size)
    return Line(text, Type.CAPTION, "muted")
