"""The installer on a new PC, by what an officer and the IT desk see of it. Built beforehand."""

import shutil
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Final

import places
import pytest
import wine
from e2e.conftest import PICTURES
from e2e.desktop import Desktop, until
from installer import make_installer
from trial.certificate import is_signed
from trial.office_pc import FOLDER, OfficePC

from agreement_viewer import __version__

SETUP: Final = places.setup_file(__version__)
OLDER, NEWER = "0.0.1", "99.0.0"
NEWER_IS_THERE, IS_RUNNING, FOREIGN_FILE = 3, 4, 5
DATA: Final = r"C:\users\Cán bộ Đội Ứng dụng\Dữ liệu chương trình"


@pytest.fixture(scope="module")
def new_pc(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficePC]:
    if missing := [*wine.missing_tools(), *([] if shutil.which("makensis") else ["makensis"])]:
        pytest.skip(f"needs {', '.join(missing)}: see packaging/README.md")
    if not SETUP.is_file():
        pytest.skip("needs the installer: python3 packaging/build.py")
    pc = OfficePC(tmp_path_factory.mktemp("pc") / "wine", desktop)
    yield pc
    pc.end()


@pytest.fixture
def pc(new_pc: OfficePC) -> Iterator[OfficePC]:
    """A PC with the program on it; afterwards without it."""
    new_pc.install(SETUP)
    yield new_pc
    new_pc.uninstall()


@pytest.fixture(scope="module")
def other_setup(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same program as an older and as a newer version, not compressed."""
    folder = tmp_path_factory.mktemp("setups")
    return {number: make_installer(number, folder, quick=True) for number in (OLDER, NEWER)}


def installed_files(pc: OfficePC) -> set[str]:
    root = pc.file(FOLDER)
    return {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}


def test_the_program_finds_all_it_needs(pc: OfficePC) -> None:
    lines = pc.command("--data-dir", DATA, "--lang", "en", "self-test").splitlines()
    assert len(lines) == 7
    assert all(line.endswith(": in order") for line in lines), lines


def test_what_is_installed_is_what_was_built_and_no_part_of_the_bench(pc: OfficePC) -> None:
    built = {
        file.relative_to(places.PROGRAM).as_posix()
        for file in places.PROGRAM.rglob("*")
        if file.is_file()
    }
    assert installed_files(pc) == built | {"uninstall.exe"}
    names = {Path(name).stem.lower() for name in built}
    assert not names & {"icuuc", "bcryptprimitives", "mscms", "opengl32sw"}


def test_the_pc_knows_the_program(pc: OfficePC) -> None:
    assert pc.registered("DisplayName") == "Agreement Viewer"
    assert pc.registered("DisplayVersion") == __version__
    assert pc.registered("Publisher")
    assert pc.registered("InstallLocation") == str(FOLDER)
    kilobytes = int(pc.registered("EstimatedSize"), 16)
    assert 50_000 < kilobytes < 145_000
    assert list(pc.file("C:/users").glob("*/AppData/Roaming/**/Agreement Viewer.lnk"))


def test_work_without_a_window(pc: OfficePC) -> None:
    """Paths and output in Vietnamese, whatever the code page of the console."""
    assert pc.command("--data-dir", DATA, "set", "area-1", "note", "Đã gửi văn bản") == ""
    assert pc.listed("--data-dir", DATA)["area-1"]["note"] == "Đã gửi văn bản"
    assert "Phối hợp" in pc.command("--data-dir", DATA, "--lang", "vi", "list")
    for name, beginning in {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK"}.items():
        target = PureWindowsPath(DATA, f"Báo cáo quý IV.{name}")
        pc.command("--data-dir", DATA, "report", "-o", str(target))
        assert pc.file(target).read_bytes().startswith(beginning)
    assert pc.command("--data-dir", DATA, "--lang", "en", "verify") == "All in order.\n"


def test_a_tick_outlives_a_power_cut(pc: OfficePC, desktop: Desktop, tmp_path: Path) -> None:
    data = ("--data-dir", rf"C:\Dữ liệu {tmp_path.name}")

    def status() -> str:
        return str(pc.listed(*data)["area-1"]["status"])

    pc.open_window(*data)
    desktop.press("space")
    until(status, lambda found: found == "done")
    desktop.picture(PICTURES / "windows-ticked.png")
    pc.kill_window()
    assert status() == "done"
    pc.open_window(*data)
    desktop.press("space")  # a list that shows it done brings back the status before
    until(status, lambda found: found == "not_started")
    desktop.picture(PICTURES / "windows-again.png")
    pc.kill_window()


def test_a_program_that_runs_is_not_replaced(
    pc: OfficePC, other_setup: dict[str, Path], tmp_path: Path
) -> None:
    pc.open_window("--data-dir", rf"C:\Dữ liệu {tmp_path.name}")
    before = installed_files(pc)
    pc.install(other_setup[NEWER], code=IS_RUNNING)
    assert installed_files(pc) == before
    assert pc.registered("DisplayVersion") == __version__
    pc.kill_window()


def test_an_upgrade_takes_the_older_version_away(
    new_pc: OfficePC, other_setup: dict[str, Path]
) -> None:
    new_pc.install(other_setup[OLDER])
    assert new_pc.registered("DisplayVersion") == OLDER
    new_pc.command("--data-dir", DATA, "set", "area-2", "note", "Trước khi nâng cấp")
    new_pc.install(SETUP)
    assert new_pc.registered("DisplayVersion") == __version__
    assert new_pc.listed("--data-dir", DATA)["area-2"]["note"] == "Trước khi nâng cấp"
    new_pc.uninstall()


def test_an_older_version_is_refused_unless_told(
    new_pc: OfficePC, other_setup: dict[str, Path]
) -> None:
    new_pc.install(other_setup[NEWER])
    new_pc.install(SETUP, code=NEWER_IS_THERE)
    assert new_pc.registered("DisplayVersion") == NEWER
    new_pc.install(SETUP, "/DOWNGRADE")
    assert new_pc.registered("DisplayVersion") == __version__
    new_pc.uninstall()


def test_data_stay_and_are_found_again(new_pc: OfficePC) -> None:
    new_pc.install(SETUP)
    new_pc.command("set", "area-3", "note", "Giữ lại")
    new_pc.uninstall()
    assert new_pc.registered("DisplayName") == ""
    assert not new_pc.file(FOLDER).exists()
    assert not list(new_pc.file("C:/users").glob("*/AppData/Roaming/**/Agreement Viewer.lnk"))
    new_pc.install(SETUP)
    assert new_pc.listed()["area-3"]["note"] == "Giữ lại"
    new_pc.uninstall()


def test_data_go_only_where_their_box_is_ticked_and_the_question_answered(
    new_pc: OfficePC, desktop: Desktop
) -> None:
    def windows() -> int:
        tree = desktop.tool("xprop", "-root", "_NET_CLIENT_LIST")
        return tree.count("0x")

    new_pc.install(SETUP)
    new_pc.command("set", "area-4", "note", "Không còn cần")
    (data,) = new_pc.file("C:/users").glob("*/AppData/Local/agreement-viewer")
    before = windows()
    uninstaller = new_pc.start(FOLDER / "uninstall.exe")
    until(windows, lambda found: found == before + 1)
    for key in ("Down", "space"):
        desktop.press_and_see(key)
    desktop.picture(PICTURES / "windows-uninstaller.png")
    desktop.press("Return")
    until(windows, lambda found: found == before + 2)
    desktop.press_and_see("Left")  # "no" is the question's first offer
    desktop.press("Return")
    until(data.exists, lambda there: not there)
    until(windows, lambda found: found == before + 1)
    desktop.settled()
    desktop.press("Return")
    uninstaller.communicate(timeout=60)
    new_pc.settle()
    assert not new_pc.file(FOLDER).exists()


def test_a_signed_installer_writes_a_signed_uninstaller(
    new_pc: OfficePC, certificate: Path, tmp_path: Path
) -> None:
    setup = make_installer(OLDER, tmp_path, signed=True, quick=True)
    assert is_signed(setup, certificate)
    new_pc.install(setup)
    assert is_signed(new_pc.file(FOLDER / "uninstall.exe"), certificate)
    new_pc.uninstall()


def test_other_files_in_the_folder_are_left_alone(new_pc: OfficePC) -> None:
    root = new_pc.file(FOLDER)
    notes = [root / "Ghi chú.txt", root / "_internal" / "PySide6" / "Của tôi.txt"]
    for note in notes:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text("Cán bộ A", "utf-8")
    new_pc.install(SETUP)
    new_pc.install(SETUP)
    new_pc.uninstall()
    assert {file for file in root.rglob("*") if file.is_file()} == set(notes)
    shutil.rmtree(root)


def test_a_file_in_the_way_is_never_overwritten(new_pc: OfficePC) -> None:
    theirs = new_pc.file(FOLDER / "licences" / "README.txt")
    theirs.parent.mkdir(parents=True)
    theirs.write_text("Cán bộ A", "utf-8")
    new_pc.install(SETUP, code=FOREIGN_FILE)
    assert installed_files(new_pc) == {"licences/README.txt"}
    assert theirs.read_text("utf-8") == "Cán bộ A"
    assert new_pc.registered("DisplayName") == ""
    shutil.rmtree(new_pc.file(FOLDER))
