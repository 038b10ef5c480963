"""The installer on a new PC, by what an officer and the IT desk see of it. Built beforehand."""

import os
import shutil
import subprocess
import sys
import zipfile
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
from trial.office_pc import BUNDLE, ENDING, FOLDER, SECONDS, OfficePC

from agreement_viewer import __version__

SETUP: Final = places.setup_file(__version__)
OLDER, NEWER = "0.0.1", "99.0.0"
NEWER_IS_THERE, IS_RUNNING, FOREIGN_FILE = 3, 4, 5
INSTALLERS: Final = {"uninstall.exe", "installed-files.ini"}
"""What the installer writes besides the program."""
NEW_PART: Final = "licences/new-part.txt"
"""A file that only the newer version brings."""
DATA: Final = r"C:\users\Cán bộ Đội Ứng dụng\Dữ liệu chương trình"


@pytest.fixture(scope="module")
def office_pc(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficePC]:
    if missing := [*wine.missing_tools(), *([] if shutil.which("makensis") else ["makensis"])]:
        pytest.skip(f"needs {', '.join(missing)}: see packaging/README.md")
    if not SETUP.is_file():
        pytest.skip("needs the installer: python3 packaging/build.py")
    pc = OfficePC(tmp_path_factory.mktemp("pc") / "wine", desktop)
    yield pc
    pc.end()


@pytest.fixture
def new_pc(office_pc: OfficePC) -> Iterator[OfficePC]:
    """A PC without the program; so it is left, even by a test that fails."""
    yield office_pc
    office_pc.clear()


@pytest.fixture
def pc(new_pc: OfficePC) -> Iterator[OfficePC]:
    """A PC with the program on it; afterwards without it."""
    new_pc.install(SETUP)
    yield new_pc
    new_pc.uninstall()


@pytest.fixture(scope="module")
def other_setup(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The program as an older version, and as a newer one with a file more; not compressed."""
    folder = tmp_path_factory.mktemp("setups")
    larger = folder / "program"
    shutil.copytree(places.PROGRAM, larger, copy_function=os.link)
    (larger / NEW_PART).write_text("MIT", "ascii")
    return {
        OLDER: make_installer(OLDER, folder, quick=True),
        NEWER: make_installer(NEWER, folder, program=larger, quick=True),
    }


def files_below(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}


def installed_files(pc: OfficePC) -> set[str]:
    return files_below(pc.file(FOLDER))


def built_files() -> set[str]:
    return files_below(places.PROGRAM)


def windows(desktop: Desktop) -> int:
    """How many windows are on the screen."""
    return desktop.tool("xprop", "-root", "_NET_CLIENT_LIST").count("0x")


def another_checkout(root: Path) -> Path:
    """The sources with what was built of them up to the frozen program, which stays as it is."""
    done = root / "build" / "windows"
    done.mkdir(parents=True)
    for name in ("src", "resources", "LICENSE"):
        (root / name).symlink_to(places.ROOT / name)
    for name in ("python", "wine"):
        (done / name).symlink_to(places.BUILD / name)
    shutil.copytree(places.PACKAGING, root / "packaging", ignore=shutil.ignore_patterns("trial"))
    shutil.copytree(places.BUILD / "stamps", done / "stamps")
    shutil.copytree(places.BUILD / "frozen", done / "frozen", copy_function=os.link)
    for file in (places.ICON, places.SIDE):
        shutil.copy2(file, done)
    return root


def test_the_program_finds_all_it_needs(pc: OfficePC) -> None:
    lines = pc.command("--data-dir", DATA, "--lang", "en", "self-test").splitlines()
    assert len(lines) == 9
    assert all(line.endswith(": in order") for line in lines), lines


def test_what_is_installed_is_what_was_built_and_no_part_of_the_bench(pc: OfficePC) -> None:
    built = built_files()
    assert installed_files(pc) == built | INSTALLERS
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


def test_a_file_that_was_sent_opens_in_the_program_by_double_click(
    pc: OfficePC, desktop: Desktop
) -> None:
    assert pc.registered("", ENDING) == "AgreementViewer.Bundle"
    assert pc.registered("", BUNDLE) == "Tệp trao đổi của Agreement Viewer"
    sent = PureWindowsPath(DATA, "Gửi cơ quan phối hợp.agx")
    pc.command("--data-dir", DATA, "set", "area-1", "proposal", "Từ máy khác")
    pc.command("--data-dir", DATA, "export", str(sent))
    pc.open_file(sent)
    until(lambda: windows(desktop), lambda found: found == 2, SECONDS)
    desktop.press_and_see("space")  # the sender's code is the same
    desktop.picture(PICTURES / "windows-double-click.png")
    desktop.press("Return")
    until(lambda: pc.listed()["area-1"]["proposal"], lambda found: found == "Từ máy khác", SECONDS)
    pc.kill_window()


def test_what_opens_such_files_stays_with_an_upgrade_and_goes_with_the_program(
    new_pc: OfficePC, other_setup: dict[str, Path]
) -> None:
    new_pc.install(other_setup[OLDER])
    new_pc.install(SETUP)
    assert new_pc.registered("", ENDING) == "AgreementViewer.Bundle"
    new_pc.uninstall()
    assert new_pc.registered("", ENDING) == new_pc.registered("", BUNDLE) == ""


def test_an_ending_that_another_program_has_stays_its_own(new_pc: OfficePC) -> None:
    new_pc.register(ENDING, "Other.Program")
    new_pc.install(SETUP)
    assert new_pc.registered("", ENDING) == "Other.Program"
    assert new_pc.registered("", BUNDLE)
    new_pc.uninstall()
    assert new_pc.registered("", ENDING) == "Other.Program"
    assert new_pc.registered("", BUNDLE) == ""
    new_pc.unregister(ENDING)


def test_work_without_a_window(pc: OfficePC) -> None:
    """Paths and output in Vietnamese, though the code page, 1252, lacks most of its letters."""
    assert pc.command("--data-dir", DATA, "set", "area-1", "note", "Đã gửi văn bản") == ""
    assert pc.listed("--data-dir", DATA)["area-1"]["note"] == "Đã gửi văn bản"
    assert "Phối hợp" in pc.command("--data-dir", DATA, "--lang", "vi", "list")
    for name, beginning in {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK"}.items():
        target = PureWindowsPath(DATA, f"Báo cáo quý IV.{name}")
        pc.command("--data-dir", DATA, "report", "-o", str(target))
        assert pc.file(target).read_bytes().startswith(beginning)
    backup, bundle = (str(PureWindowsPath(DATA, f"Bản sao.{name}")) for name in ("backup", "agx"))
    for command in (
        ("backup", backup),
        ("restore", backup, "--dry-run"),
        ("export", bundle, "--handover"),
        ("import", bundle, "--dry-run"),
    ):
        pc.command("--data-dir", DATA, *command)
    assert pc.command("--data-dir", DATA, "--lang", "en", "verify") == "All in order.\n"


def test_a_tick_outlives_a_power_cut(pc: OfficePC, desktop: Desktop, tmp_path: Path) -> None:
    data = ("--data-dir", rf"C:\Dữ liệu {tmp_path.name}")

    def status() -> str:
        return str(pc.listed(*data)["area-1"]["status"])

    pc.open_window(*data)
    desktop.press_and_see("space")
    until(status, lambda found: found == "done", SECONDS)
    desktop.picture(PICTURES / "windows-ticked.png")
    pc.kill_window()
    assert status() == "done"
    pc.open_window(*data)
    desktop.press_and_see("space")  # a list that shows it done brings back the status before
    until(status, lambda found: found == "not_started", SECONDS)
    desktop.picture(PICTURES / "windows-again.png")
    pc.kill_window()


def test_the_portable_program_keeps_its_data_beside_itself(new_pc: OfficePC) -> None:
    def users_own() -> set[Path]:
        return set(new_pc.file("C:/users").glob("*/AppData/Local/agreement-viewer/**"))

    before = users_own()
    place = PureWindowsPath(r"C:\Ổ di động")
    with zipfile.ZipFile(places.portable_file(__version__)) as archive:
        archive.extractall(new_pc.file(place))
    root = place / "AgreementViewer"
    program = root / "agreement-viewer-cli.exe"
    new_pc.run(program, "set", "area-5", "note", "Mang theo")
    assert "Mang theo" in new_pc.run(program, "list", "--json")
    assert {"data", "keys"} <= {path.name for path in new_pc.file(root).iterdir()}
    assert users_own() == before


def test_a_program_that_runs_is_neither_started_again_nor_replaced(
    pc: OfficePC, other_setup: dict[str, Path], tmp_path: Path
) -> None:
    data = ("--data-dir", rf"C:\Dữ liệu {tmp_path.name}")
    pc.open_window(*data)
    pc.run(FOLDER / "agreement-viewer.exe", *data)  # brings the first to the front, and ends
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
    new_pc.install(SETUP)
    new_pc.command("set", "area-4", "note", "Không còn cần")
    (data,) = new_pc.file("C:/users").glob("*/AppData/Local/agreement-viewer")
    before = windows(desktop)
    uninstaller = new_pc.start(FOLDER / "uninstall.exe")
    until(lambda: windows(desktop), lambda found: found == before + 1)
    for key in ("Down", "space"):
        desktop.press_and_see(key)
    desktop.picture(PICTURES / "windows-uninstaller.png")
    desktop.press("Return")
    until(lambda: windows(desktop), lambda found: found == before + 2)
    desktop.press_and_see("Left")  # "no" is the question's first offer
    desktop.press("Return")
    until(data.exists, lambda there: not there)
    until(lambda: windows(desktop), lambda found: found == before + 1)
    desktop.settled()
    desktop.press("Return")
    uninstaller.communicate(timeout=60)
    new_pc.settle()
    assert not new_pc.file(FOLDER).exists()


def test_what_is_built_signed_is_signed_throughout(
    new_pc: OfficePC, certificate: Path, tmp_path: Path
) -> None:
    checkout = another_checkout(tmp_path / "checkout")
    build = [sys.executable, checkout / "packaging" / "build.py", "--sign", "--quick"]
    subprocess.run(build, check=True)
    dist = checkout / "dist"
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=dist, check=True)
    setup = places.setup_file(__version__, dist)
    new_pc.install(setup)
    installed = [new_pc.file(FOLDER / name) for name in (*places.EXECUTABLES, "uninstall.exe")]
    for file in (setup, *installed):
        assert is_signed(file, certificate), file
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


def test_an_upgrade_overwrites_no_file_of_somebody_elses(
    new_pc: OfficePC, other_setup: dict[str, Path]
) -> None:
    new_pc.install(SETUP)
    theirs = new_pc.file(FOLDER / NEW_PART)
    theirs.write_text("Cán bộ A", "utf-8")
    before = installed_files(new_pc)
    new_pc.install(other_setup[NEWER], code=FOREIGN_FILE)
    assert installed_files(new_pc) == before
    assert new_pc.registered("DisplayVersion") == __version__
    theirs.rename(theirs.with_name("Ghi chú.txt"))
    new_pc.install(other_setup[NEWER])
    new_pc.uninstall()
    assert installed_files(new_pc) == {"licences/Ghi chú.txt"}
    shutil.rmtree(new_pc.file(FOLDER))


def break_off(pc: OfficePC, setup: Path) -> None:
    """Install the newer version, and switch the PC off when part of its files is there."""
    listed = pc.file(FOLDER / "installed-files.ini")

    def files_of_the_newer() -> list[Path]:
        # The installer replaces the older list under the one who looks.
        try:
            is_listed = "new-part" in listed.read_text("utf-16", errors="ignore")
        except FileNotFoundError:
            return []
        return list(pc.file(FOLDER / "_internal").glob("*/*")) if is_listed else []

    installer = pc.start_installing(setup)
    until(files_of_the_newer, bool, SECONDS)
    installer.kill()
    installer.communicate(timeout=SECONDS)
    pc.settle()
    assert "agreement-viewer.exe" not in installed_files(pc)


def test_an_upgrade_that_was_broken_off_is_repeated(
    new_pc: OfficePC, other_setup: dict[str, Path]
) -> None:
    new_pc.install(other_setup[OLDER])
    break_off(new_pc, other_setup[NEWER])
    new_pc.install(other_setup[NEWER])
    assert installed_files(new_pc) == built_files() | INSTALLERS | {NEW_PART}
    assert new_pc.command("--lang", "en", "self-test").count(": in order") == 9
    new_pc.uninstall()
    assert not new_pc.file(FOLDER).exists()


def test_an_installation_that_was_broken_off_is_removed(
    new_pc: OfficePC, other_setup: dict[str, Path]
) -> None:
    break_off(new_pc, other_setup[NEWER])
    new_pc.uninstall()
    assert not new_pc.file(FOLDER).exists()
    assert new_pc.registered("DisplayName") == ""
