"""Documents of evidence: described, copied in, opened verified, withdrawn but kept."""

import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.details_room import Colleague, Room, telex
from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Evidence
from agreement_viewer.ledger.edit import Edit
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.ui import theme
from agreement_viewer.ui.background import Work
from agreement_viewer.ui.evidence.files import may_open
from agreement_viewer.ui.evidence.form import EvidenceForm
from agreement_viewer.ui.evidence.section import EvidenceSection
from agreement_viewer.ui.session import Session


@pytest.fixture
def room(qtbot: QtBot, session: Session) -> Room:
    room = Room(qtbot, session)
    room.panel.show_item("area-2")
    return room


@pytest.fixture
def section(room: Room) -> EvidenceSection:
    return room.panel.evidence


class Opened(QObject):
    """Stands for the system's programs: hears which files they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.paths.append(Path(url.toLocalFile()))


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    handler = Opened()
    QDesktopServices.setUrlHandler("file", handler, "show")
    yield handler
    QDesktopServices.unsetUrlHandler("file")


def form_of(section: EvidenceSection) -> EvidenceForm:
    assert section.form
    return section.form


def documents(room: Room) -> list[Evidence]:
    return room.session.checklist.evidence("area-2")


def texts(section: EvidenceSection) -> list[str]:
    return [label.accessibleName() for label in section.findChildren(QLabel) if label.isVisible()]


def rows(section: EvidenceSection) -> list[str]:
    model = section.list.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def fill(section: EvidenceSection, **values: str) -> None:
    for name, text in values.items():
        line = form_of(section).lines.widgets()[name]
        line.setFocus()
        telex(line, text)


def attach(room: Room, section: EvidenceSection, path: Path, qtbot: QtBot) -> None:
    """A document with the number 1 and this file."""
    before = len(documents(room))
    room.click("Add document…")
    fill(section, number="1")
    form_of(section).attach(path)
    room.click("Add", form_of(section))
    qtbot.waitUntil(lambda: len(documents(room)) == before + 1)


def written(tmp_path: Path, name: str, data: bytes = b"%PDF-1.7") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_state_secrets_are_warned_of_where_documents_are_added(section: EvidenceSection) -> None:
    assert "Do not enter or attach state secrets." in texts(section)


def test_a_document_is_described(room: Room, section: EvidenceSection) -> None:
    room.click("Add document…")
    fill(
        section,
        number="12/KH-SKHCN",
        issued_on="5/8/2024",
        issuer="Sở KH&CN",
        subject="Về kế hoạch phối hợp",
    )
    room.click("Add", form_of(section))
    (document,) = documents(room)
    assert document.issued_on == datetime.date(2024, 8, 5)
    assert rows(section) == ["12/KH-SKHCN · 05/08/2024 · Sở KH&CN, Về kế hoạch phối hợp"]
    assert form_of(section).isHidden()
    assert room.session.drafts.all() == []


def test_a_faulty_day_or_an_empty_form_is_told(room: Room, section: EvidenceSection) -> None:
    room.click("Add document…")
    room.click("Add", form_of(section))
    assert "Enter at least one detail of the document." in texts(section)
    fill(section, number="1", issued_on="tháng 8")
    room.click("Add", form_of(section))
    assert any("is not a day" in text for text in texts(section))
    assert documents(room) == []


def test_a_file_is_copied_in_under_its_hash(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot
) -> None:
    path = written(tmp_path, "kế hoạch.pdf")
    attach(room, section, path, qtbot)
    path.unlink()
    (document,) = documents(room)
    assert document.file
    assert document.file.sha256 == hashlib.sha256(b"%PDF-1.7").hexdigest()
    assert room.session.folder.evidence.has(document.file)
    assert rows(section) == ["1, kế hoạch.pdf — 8 bytes"]


def test_the_file_is_chosen_in_a_dialog(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot
) -> None:
    path = written(tmp_path, "kế hoạch.pdf")
    room.click("Add document…")
    room.click("Choose file…")
    (dialog,) = section.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert "kế hoạch.pdf" in texts(section)


def test_what_cannot_be_copied_is_told_and_the_form_stays(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot
) -> None:
    room.click("Add document…")
    fill(section, number="1")
    form_of(section).attach(tmp_path / "không có.pdf")
    room.click("Add", form_of(section))
    qtbot.waitUntil(lambda: not section.message.isHidden())
    assert "không có.pdf" in section.message.text.accessibleName()
    assert documents(room) == []
    assert form_of(section).isVisible()
    assert form_of(section).isEnabled()
    assert form_of(section).lines.number.text() == "1"


@pytest.mark.parametrize("again", [False, True])
def test_cancelled_copying_adds_nothing_and_leaves_no_file(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot, again: bool
) -> None:
    path = written(tmp_path, "lớn.pdf", b"x" * 5_000_000)
    room.click("Add document…")
    form_of(section).attach(path)
    room.click("Add", form_of(section))
    assert section.files.is_busy
    section.busy.cancelled.emit()
    assert not section.files.is_busy
    assert form_of(section).isEnabled()
    if again:  # the copy that is wanted outlives the one that is not
        room.click("Add", form_of(section))
        qtbot.waitUntil(lambda: len(documents(room)) == 1)
    qtbot.waitUntil(lambda: not QCoreApplication.instance().findChildren(Work))
    assert len(documents(room)) == again
    kept = room.session.folder.path / "evidence"
    assert len([file for file in kept.rglob("*") if file.is_file()]) == again
    assert all(room.session.folder.evidence.read(file.file) for file in documents(room))


def test_a_verified_copy_is_opened(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot, opened: Opened
) -> None:
    attach(room, section, written(tmp_path, "a.pdf"), qtbot)
    room.click("Open", section)
    qtbot.waitUntil(lambda: len(opened.paths) == 1)
    assert opened.paths[0].name == "a.pdf"
    assert opened.paths[0].read_bytes() == b"%PDF-1.7"
    assert room.session.folder.path not in opened.paths[0].parents


def test_an_altered_file_is_not_opened(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot, opened: Opened
) -> None:
    attach(room, section, written(tmp_path, "a.pdf"), qtbot)
    (kept,) = (path for path in (room.session.folder.path / "evidence").glob("*/*"))
    kept.write_bytes(b"%PDF-1.8")
    room.click("Open", section)
    qtbot.waitUntil(section.message.isVisible)
    assert "altered" in section.message.text.accessibleName()
    assert opened.paths == []


@pytest.mark.parametrize(
    "name",
    [
        *("a.exe", "a.BAT", "a.cmd", "a.com", "a.lnk", "a.js", "a.vbs", "a.ps1", "a.msi", "a.scr"),
        *("a.docm", "a.xlsm", "a.hta", "a.jar", "a.pdf.exe", "a.exe. ", "a", "a.html", "a.svg"),
    ],
)
def test_programs_are_never_opened(
    room: Room,
    section: EvidenceSection,
    tmp_path: Path,
    qtbot: QtBot,
    opened: Opened,
    name: str,
) -> None:
    file = room.session.folder.evidence.copy_in(written(tmp_path, "a", b"MZ"))
    named = EvidenceFile(file.sha256, name, file.size)
    room.session.perform(actions.add_evidence("area-2", {"file": named}))
    room.click("Open", section)
    assert "not opened from here. Show its folder?" in section.suspect.text.accessibleName()
    assert not section.files.is_busy
    assert opened.paths == []
    room.click("Cancel", section.suspect)
    assert section.suspect.isHidden()
    assert opened.paths == []


def test_the_folder_of_a_program_is_shown_where_it_has_no_ending_to_start_it_by(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot, opened: Opened
) -> None:
    attach(room, section, written(tmp_path, "a.exe", b"MZ"), qtbot)
    room.click("Open", section)
    room.click("Show its folder", section.suspect)
    assert section.suspect.isHidden()
    (folder,) = opened.paths
    (kept,) = folder.iterdir()
    assert (kept.name, kept.suffix) == (hashlib.sha256(b"MZ").hexdigest(), "")


@pytest.mark.parametrize("name", ["a.pdf", "A.DOCX", "bảng.xlsx", "ảnh.jpeg"])
def test_documents_are_opened(name: str) -> None:
    assert may_open(name)


def test_a_copy_is_saved_where_the_officer_says(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot
) -> None:
    attach(room, section, written(tmp_path, "a.exe", b"MZ"), qtbot)
    room.click("Save a copy…", section)
    (dialog,) = section.findChildren(QFileDialog)
    target = tmp_path / "bản sao.bin"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: not section.files.is_busy)
    assert target.read_bytes() == b"MZ"


def test_a_file_that_is_elsewhere_says_so(room: Room, section: EvidenceSection) -> None:
    file = EvidenceFile("a" * 64, "biên bản.pdf", 10)
    room.session.perform(actions.add_evidence("area-2", {"number": "7", "file": file}))
    assert rows(section) == ["7, biên bản.pdf — not on this computer"]


def test_a_document_is_edited(room: Room, section: EvidenceSection) -> None:
    room.session.perform(actions.add_evidence("area-2", {"number": "7", "issuer": "Đơn vị B"}))
    room.click("Edit", section)
    fill(section, number="/BC")
    before = room.changes()
    room.click("Save", form_of(section))
    assert documents(room)[0].cell("number").value == "7/BC"
    assert room.changes() == before + 1


def test_withdrawing_asks_and_delete_alone_withdraws_nothing(
    room: Room, section: EvidenceSection
) -> None:
    room.session.perform(actions.add_evidence("area-2", {"number": "7"}))
    room.focus(section.list.view)
    QTest.keyClick(section.list.view, Qt.Key.Key_Delete)
    assert len(documents(room)) == 1
    assert "Withdraw this document? History keeps it." in texts(section)
    room.click("Withdraw", section.question)
    assert documents(room) == []
    assert section.list.isHidden()
    room.session.undo()
    assert len(documents(room)) == 1


def test_a_half_filled_form_comes_back_with_its_item(
    room: Room, section: EvidenceSection, qtbot: QtBot
) -> None:
    room.click("Add document…")
    fill(section, subject="Về kế hoạch")
    room.panel.show_item("area-3")
    assert form_of(section).isHidden()
    later = Room(qtbot, room.session)
    later.panel.show_item("area-2")
    form = form_of(later.panel.evidence)
    assert form.isVisible()
    assert form.lines.subject.toPlainText() == "Về kế hoạch"
    later.click("Cancel", form)
    assert room.session.drafts.all() == []


def test_different_details_are_shown_in_the_form_and_settled(
    room: Room, section: EvidenceSection, tmp_path: Path, agreement_bytes: bytes
) -> None:
    room.session.perform(actions.add_evidence("area-2", {"number": "7"}))
    colleague = Colleague(room.session, tmp_path / "other-keys", agreement_bytes)
    (document,) = documents(room)
    heads = document.cell("number").ids
    room.session.perform([Edit.set(document.id, "number", "7/BC", heads)])
    colleague.write([Edit.set(document.id, "number", "8", heads)])
    colleague.close()
    room.session.refresh()
    assert "edit it to choose" in rows(section)[0]
    room.click("Edit", section)
    room.click("Use this value", form_of(section))
    assert documents(room)[0].cell("number").value == "7/BC"
    assert form_of(section).lines.number.text() == "7/BC"
    assert not documents(room)[0].cell("number").is_difference


def test_the_list_keeps_to_qts_rules(
    room: Room, section: EvidenceSection, qtmodeltester: ModelTester
) -> None:
    for number in range(3):
        room.session.perform(actions.add_evidence("area-2", {"number": str(number)}))
    qtmodeltester.check(section.list.model, force_py=False)


def test_the_form_opens_in_sight(room: Room, section: EvidenceSection, qtbot: QtBot) -> None:
    room.panel.resize(380, 480)
    room.click("Add document…")
    form = form_of(section)
    qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())
    assert form.lines.number.hasFocus()
    button, name = form.choose.geometry(), form.file_name.geometry()
    assert name.left() - button.right() - 1 == theme.S


def test_questions_and_faults_come_in_sight(
    room: Room, section: EvidenceSection, tmp_path: Path, qtbot: QtBot
) -> None:
    attach(room, section, written(tmp_path, "a.exe", b"MZ"), qtbot)
    room.panel.resize(380, 300)
    for button, notice in (("Open", section.suspect), ("Withdraw", section.question)):
        room.click(button, section.list)
        qtbot.waitUntil(lambda notice=notice: seen(notice) == notice.rect())
    section.files.failed.emit("a.exe could not be copied")
    qtbot.waitUntil(lambda: seen(section.message) == section.message.rect())


def seen(widget: QWidget) -> QRect:
    return widget.visibleRegion().boundingRect()


def test_a_form_higher_than_the_panel_shows_from_its_top(
    room: Room, section: EvidenceSection, qtbot: QtBot
) -> None:
    room.panel.resize(380, 120)
    room.click("Add document…")
    number = form_of(section).lines.number
    qtbot.waitUntil(lambda: number.visibleRegion().boundingRect() == number.rect())
