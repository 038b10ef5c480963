"""Which report the preview shows: of today or of a closed period, in full or on one page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from agreement_viewer.i18n import translate
from agreement_viewer.report.sheet import Form
from agreement_viewer.ui import theme
from agreement_viewer.ui.paper.source import ReportSource, Wanted


class ReportChoice(QWidget):
    """Two lists to choose from."""

    changed = Signal()

    def __init__(self, source: ReportSource, wanted: Wanted, parent: QWidget) -> None:
        super().__init__(parent)
        self.period = QComboBox(self)
        self.period.setMinimumContentsLength(18)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.period.setSizeAdjustPolicy(policy)
        self.period.addItem(translate("Preview", "Figures shown in the list"), None)
        for closing in source.closings():
            self.period.addItem(closing.period.name, closing)
            if wanted.closing and closing.id == wanted.closing.id:
                self.period.setCurrentIndex(self.period.count() - 1)
        self.form = QComboBox(self)
        self.form.addItem(translate("Preview", "Full report"), Form.FULL)
        self.form.addItem(translate("Preview", "Leader's page"), Form.SUMMARY)
        self.form.setCurrentIndex(self.form.findData(wanted.form))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        for text, box in (
            (translate("Preview", "Period"), self.period),
            (translate("Preview", "Form"), self.form),
        ):
            label = QLabel(text, self)
            label.setBuddy(box)
            box.setAccessibleName(text)
            box.currentIndexChanged.connect(self.changed)
            row.addWidget(label)
            row.addWidget(box)
        row.addStretch(1)

    def wanted(self) -> Wanted:
        """What is chosen."""
        return Wanted(self.period.currentData(), Form(self.form.currentData()))
