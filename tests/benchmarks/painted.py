"""A window that tells when it is first painted: run by starting.py, as a process of its own.

`painted.py ours --data-dir DIR` runs the program; `painted.py bare` shows a nine-row tree. Both
write "painted" to standard output after the first painting, and "settled" a second later.
"""

import sys
from typing import Final

if sys.argv[1:2] == ["ours"]:  # as in the program, which loads Qt only once it knows the command
    from agreement_viewer.cli import run

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTreeWidget, QTreeWidgetItem

SETTLED_MS: Final = 1000
ROWS: Final = 9


class Watch(QObject):
    """Filters the events of a window, and tells once it is painted with all that is in it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: tell("painted"))
            QTimer.singleShot(SETTLED_MS, lambda: tell("settled"))
        return False


def tell(word: str) -> None:
    print(word, flush=True)


class Application(QApplication):
    """Watches the windows that were shown before its loop starts."""

    def exec(self) -> int:  # type: ignore[override]
        watch = Watch(self)
        for window in self.topLevelWidgets():
            if window.isVisible():
                window.installEventFilter(watch)
        return QApplication.exec()


def run_bare() -> int:
    app = Application(sys.argv[:1])
    window = QMainWindow()
    tree = QTreeWidget()
    for number in range(1, ROWS + 1):
        tree.addTopLevelItem(QTreeWidgetItem([f"Nội dung phối hợp {number}"]))
    window.setCentralWidget(tree)
    window.resize(1360, 800)
    window.show()
    return app.exec()


def run_ours() -> int:
    setattr(QtWidgets, "QApplication", Application)  # noqa: B010 - the program must not know of this
    return run(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(run_ours() if sys.argv[1] == "ours" else run_bare())
