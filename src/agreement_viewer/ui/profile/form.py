"""The fields of the report profile, and the texts that the officer adds to each report."""

from collections.abc import Mapping
from typing import Final

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from agreement_viewer.i18n import translate
from agreement_viewer.ledger.records import Margins, OwnTexts, Profile
from agreement_viewer.ledger.text import clean
from agreement_viewer.report.outline import PARTS
from agreement_viewer.ui import theme

_LINES: Final = 4
_BANDS: Final = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
_PARTS: Final = {"direction": 0, "assessment": 2, "plan": 3, "proposals": 4}


class ProfileForm(QTabWidget):
    """Shows a profile and texts, and says when something was typed."""

    edited = Signal()

    def __init__(self, profile: Profile, texts: OwnTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {name: self._line(getattr(profile, name)) for name in _line_labels()}
        self.lists = {
            name: self._text("\n".join(getattr(profile, name)), 3) for name in _list_labels()
        }
        self.margins = {
            name: self._millimetres(getattr(profile.margins, name), *band)
            for name, band in _BANDS.items()
        }
        self.texts = {name: self._text(getattr(texts, name), _LINES) for name in _PARTS}
        self.addTab(_scrolled(self._heading()), translate("Profile", "Heading and signature"))
        self.addTab(_scrolled(self._own_texts()), translate("Profile", "Added texts"))
        self.setDocumentMode(True)

    def profile(self) -> Profile:
        """The profile as typed."""
        lines = {name: clean(edit.text()) for name, edit in self.lines.items()}
        lists = {
            name: tuple(line for raw in edit.toPlainText().splitlines() if (line := clean(raw)))
            for name, edit in self.lists.items()
        }
        margins = Margins(**{name: edit.value() for name, edit in self.margins.items()})
        return msgspec.convert({**lines, **lists, "margins": margins}, Profile)

    def own_texts(self) -> OwnTexts:
        """The texts as typed."""
        return OwnTexts(**{name: clean(edit.toPlainText()) for name, edit in self.texts.items()})

    def _heading(self) -> QWidget:
        page, rows = _form()
        labels: Mapping[str, str] = _line_labels()
        for name in ("governing", "issuing", "suffix", "place", "addressee"):
            _add(rows, labels[name], self.lines[name])
        _add(rows, _list_labels()["grounds"], self.lists["grounds"])
        for name in ("authority", "office", "signer"):
            _add(rows, labels[name], self.lines[name])
        _add(rows, _list_labels()["recipients"], self.lists["recipients"])
        rows.addRow(translate("Profile", "Margins (mm)"), self._margin_row())
        return page

    def _margin_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.S)
        for name, text in _margin_labels().items():
            label = QLabel(text, row)
            label.setBuddy(self.margins[name])
            self.margins[name].setAccessibleName(f"{translate('Profile', 'Margins (mm)')} {text}")
            layout.addWidget(label)
            layout.addWidget(self.margins[name])
        layout.addStretch(1)
        return row

    def _own_texts(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(theme.XS)
        note = QLabel(translate("Profile", "One paragraph a line; offered again next time."), page)
        note.setWordWrap(True)
        layout.addWidget(note)
        for name, part in _PARTS.items():
            roman = ("I", "II", "III", "IV", "V")[part]
            label = QLabel(f"{roman}. {PARTS[part]}", page)
            label.setBuddy(self.texts[name])
            self.texts[name].setAccessibleName(PARTS[part])
            layout.addWidget(label)
            layout.addWidget(self.texts[name])
        layout.addStretch(1)
        return page

    def _line(self, text: str) -> QLineEdit:
        edit = QLineEdit(text)
        edit.setMaxLength(300)
        edit.setCursorPosition(0)
        edit.textChanged.connect(self.edited)
        return edit

    def _text(self, text: str, lines: int) -> QPlainTextEdit:
        edit = QPlainTextEdit(text)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + theme.L)
        edit.textChanged.connect(self.edited)
        return edit

    def _millimetres(self, value: int, least: int, most: int) -> QSpinBox:
        edit = QSpinBox()
        edit.setRange(least, most)
        edit.setValue(value)
        edit.valueChanged.connect(self.edited)
        return edit


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    rows = QFormLayout(page)
    rows.setHorizontalSpacing(theme.M)
    rows.setVerticalSpacing(theme.XS)
    rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return page, rows


def _add(rows: QFormLayout, label: str, editor: QWidget) -> None:
    editor.setAccessibleName(label)
    rows.addRow(label, editor)


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area


def _line_labels() -> dict[str, str]:
    return {
        "governing": translate("Profile", "Governing body"),
        "issuing": translate("Profile", "Issuing body"),
        "suffix": translate("Profile", "After “BC-” in the number"),
        "place": translate("Profile", "Place"),
        "addressee": translate("Profile", "Addressed to"),
        "authority": translate("Profile", "Signed for (TM., KT., TL.)"),
        "office": translate("Profile", "Signer's office"),
        "signer": translate("Profile", "Signer's name"),
    }


def _list_labels() -> dict[str, str]:
    return {
        "grounds": translate("Profile", "Grounds, one a line"),
        "recipients": translate("Profile", "Recipients, one a line"),
    }


def _margin_labels() -> dict[str, str]:
    return {
        "top": translate("Profile", "top"),
        "bottom": translate("Profile", "bottom"),
        "left": translate("Profile", "left"),
        "right": translate("Profile", "right"),
    }
