"""Which of Qt's own texts have no Vietnamese: a translator that hears what Qt asks for.

    with recorded_qt_texts(app) as missing:
        window = make_window()
        speak(window)
        open_context_menu(window.notes)
    assert not missing

Qt asks when it draws a menu, opens a dialog or answers a screen reader, and at no other time: what
a test does not open, it does not check. So open the windows inside the block, not before it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QTimer, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from agreement_viewer.resources import resource

VIETNAMESE: Final = resource("translations", "qtbase_vi.qm")

NEVER_SHOWN: Final = {
    "QLibrary": "why a library or plugin that Qt tries did not load: for a log, not a reader",
    "QPluginLoader": "the same, of one plugin",
    "QFactoryLoader": "the same, of a folder of plugins",
    "QMimeType": "hundreds of file kinds, for Qt's own file dialog on a system that has no list of"
    " kinds and no dialog of its own; those that offices exchange have Vietnamese all the same",
}
"""Contexts left out of `missing`, each with its reason."""


class QtText(NamedTuple):
    """A text as Qt looks it up."""

    context: str
    source: str
    disambiguation: str


class QtTextRecorder(QTranslator):
    """Answers from a catalogue and keeps what the catalogue lacks."""

    def __init__(self, catalogue: Path) -> None:
        super().__init__()
        self.missing: list[QtText] = []
        if not self.load(str(catalogue)):
            raise FileNotFoundError(catalogue)

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        translation = super().translate(context, source, disambiguation, n)
        if translation:
            return translation
        text = QtText(context, source, disambiguation or "")
        if context not in NEVER_SHOWN and text not in self.missing:
            self.missing.append(text)
        # "Not mine" cannot be said from Python: Qt would draw "" as it is.
        return source


@contextmanager
def recorded_qt_texts(
    app: QCoreApplication, catalogue: Path = VIETNAMESE
) -> Iterator[list[QtText]]:
    """The texts that Qt asks for inside the block and `catalogue` lacks, in the order asked."""
    recorder = QtTextRecorder(catalogue)
    app.installTranslator(recorder)
    try:
        yield recorder.missing
    finally:
        app.removeTranslator(recorder)


def speak(widget: QWidget) -> None:
    """Ask for everything that a screen reader can say about a widget and what lies in it."""
    _speak(QAccessible.queryAccessibleInterface(widget))


def _speak(interface: QAccessibleInterface) -> None:
    for kind in QAccessible.Text:
        interface.text(kind)
    actions = interface.actionInterface()
    for name in actions.actionNames() if actions else ():
        actions.localizedActionName(name)
        actions.localizedActionDescription(name)
        actions.keyBindingsForAction(name)
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child and child.isValid():
            _speak(child)


def open_context_menu(widget: QWidget) -> list[str]:
    """The texts of the menu that a right click on a visible widget opens; it is closed again."""
    texts: list[str] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"{widget} opened no menu"
        speak(menu)
        texts.extend(action.text() for action in menu.actions() if not action.isSeparator())
        menu.close()

    QTimer.singleShot(0, read)
    centre = widget.rect().center()
    target = widget.childAt(centre) or widget
    place = target.mapFrom(widget, centre)
    click = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, click)
    QApplication.processEvents()
    return texts
