"""A day in the window: everything an officer does that writes a file. `python office_day.py DATA`

Prints, before the window closes, each file of the program's with its rights.
"""

import stat
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from agreement_viewer import app, cli
from agreement_viewer.ledger import actions
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.files import default_key_dir, default_log_dir
from agreement_viewer.ui.main_window import MainWindow
from agreement_viewer.ui.paper.preview import PreviewDialog

settle = app._settle


def work(application: QApplication, window: MainWindow) -> None:
    settle(application, window)
    session = window.session
    session.identify("Cán bộ A", session.agreement.parties[0].id)
    session.perform(actions.add_task("area-1", "Nhiệm vụ"))
    session.drafts.keep(Draft("area-1", "note", "Đang nhập"))
    file = session.folder.evidence.copy_in(Path(__file__))
    session.perform(actions.add_evidence("area-1", {"file": file}))
    window.reporting.preview()
    (preview,) = window.findChildren(PreviewDialog)
    preview.ready.connect(lambda _pages: QTimer.singleShot(0, lambda: leave(window, preview)))


def leave(window: MainWindow, preview: PreviewDialog) -> None:
    folders = (window.session.folder.path, default_key_dir(), default_log_dir())
    for path in (path for folder in folders for path in (folder, *folder.rglob("*"))):
        print(f"{stat.S_IMODE(path.stat().st_mode):o} {path}")
    preview.close()
    window.close()


app._settle = work
sys.exit(cli.run(["--data-dir", sys.argv[1]]))
