"""A session on a real data folder, at a fixed moment."""

import pytest
from office import NOW, OFFICER_A
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agreement_viewer.agreement import Agreement
from agreement_viewer.store.files import DataFolder
from agreement_viewer.ui.session import Session


@pytest.fixture
def session(
    qtbot: QtBot, folder: DataFolder, agreement: Agreement, agreement_bytes: bytes
) -> Session:
    opened = Session(folder, lambda: NOW)
    opened.open(agreement, agreement_bytes)
    opened.identify(OFFICER_A.name, OFFICER_A.unit)
    return opened


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What a dialog stands above."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget
