"""What was signed: its place, its wording word for word, and who gave the directive."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from agreement_viewer.agreement import Agreement
from agreement_viewer.i18n import translate
from agreement_viewer.ledger.checklist import Entry
from agreement_viewer.ui import theme
from agreement_viewer.ui.details.folded_label import FoldedLabel
from agreement_viewer.ui.details.label import Label, Link
from agreement_viewer.ui.flow_layout import FlowLayout
from agreement_viewer.ui.theme import Type


class WordingView(QWidget):
    """An item's heading. A task has its name in a field instead, and only its place here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = Label("", Type.CAPTION, "muted")
        self._title = Label("", Type.HEADING)
        self._is_unfolded = False
        self._text = FoldedLabel()
        self._text.fits_changed.connect(self._show_links)
        self._published = _Published(self)
        self._more = Link(translate("Details", "Show all"), self)
        self._more.clicked.connect(lambda: self._unfold(not self._is_unfolded))
        self._compare = Link(translate("Details", "As published"), self)
        self._compare.setCheckable(True)
        self._compare.toggled.connect(self._published.setVisible)
        self._given_by = Label("", Type.CAPTION, "muted")
        links = FlowLayout()
        links.addWidget(self._more)
        links.addWidget(self._compare)
        self._texts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._texts.setSpacing(theme.S)
        self._texts.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)
        self._texts.addWidget(self._published, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._place)
        layout.addWidget(self._title)
        layout.addLayout(self._texts)
        layout.addLayout(links)
        layout.addWidget(self._given_by)

    def show_place(self, agreement: Agreement, entry: Entry, item: Entry) -> None:
        """Show where `entry` stands; `item` is itself, or the one above a task."""
        group = agreement.group_of(item.id)
        self._place.say(_place(group.title if group else "", entry, item))

    def show_entry(self, agreement: Agreement, entry: Entry, item: Entry) -> None:
        """Show another entry; `item` as above."""
        self.show_place(agreement, entry, item)
        group, signed = agreement.group_of(entry.id), entry.item
        self._title.say(entry.title)
        is_alone = entry.title == entry.text
        self._title.setVisible(not entry.is_task and not is_alone)
        self._text.dress(Type.HEADING if is_alone else Type.BODY)
        self._text.say(entry.text)
        self._text.setVisible(not entry.is_task)
        published = signed.text.published if signed else None
        self._published.say(published or "")
        self._compare.setChecked(False)
        self._compare.setVisible(published is not None)
        given_by = group.given_by.text if group and group.given_by else ""
        self._given_by.say(
            translate("Details", "Given by: {name}", name=given_by) if given_by else ""
        )
        self._given_by.setVisible(bool(given_by))
        self._unfold(False)

    def _unfold(self, unfolded: bool) -> None:
        self._is_unfolded = unfolded
        self._text.fold(not unfolded)
        less, more = translate("Details", "Less"), translate("Details", "Show all")
        self._more.setText(less if unfolded else more)
        self._more.setAccessibleName(self._more.text())
        self._show_links()

    def _show_links(self) -> None:
        self._more.setVisible(not self._text.isHidden() and not self._text.fits)

    def spread(self, wide: bool) -> None:
        """Set the published wording beside the proofread one where there is room."""
        direction = QBoxLayout.Direction
        self._texts.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


class _Published(QWidget):
    """The published wording on a ground of its own, so that nobody takes it for the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
        layout.setSpacing(2)
        layout.addWidget(Label(translate("Details", "As published"), Type.CAPTION, "muted"))
        layout.addWidget(self._text)
        self.hide()

    def say(self, text: str) -> None:
        self._text.say(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.XS, theme.XS)


def _place(group: str, entry: Entry, item: Entry) -> str:
    if not group:
        return translate("Details", "No longer in the programme's file")
    if entry.is_task:
        number = f"{item.number}.{entry.number}"
        return translate("Details", "{group} · task {number}", group=group, number=number)
    return f"{group} · {entry.number}"
