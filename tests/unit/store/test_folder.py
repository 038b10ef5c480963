"""What lies beside the ledger: evidence, drafts, settings; and who may read it."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import OFFICER_A

from agreement_viewer.agreement import Agreement
from agreement_viewer.errors import UserError
from agreement_viewer.ledger.fields import EvidenceFile
from agreement_viewer.store.drafts import Draft
from agreement_viewer.store.evidence import EvidenceFolder
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.ledger import Ledger
from agreement_viewer.store.settings import Settings, SettingsFile


def test_evidence_is_copied_in_once_and_comes_out_as_it_was(
    folder: DataFolder, tmp_path: Path
) -> None:
    source = tmp_path / "Kế hoạch số 01.pdf"
    source.write_bytes(b"%PDF" + bytes(3_000_000))
    file = folder.evidence.copy_in(source)
    assert (file.name, file.size) == (source.name, 3_000_004)
    assert folder.evidence.copy_in(source) == file
    assert len([path for path in (folder.path / "evidence").rglob("*") if path.is_file()]) == 1
    content = source.read_bytes()
    source.unlink()
    (tmp_path / "out").mkdir()
    out = folder.evidence.copy_out(file, tmp_path / "out")
    assert (out.name, out.read_bytes()) == (source.name, content)


def test_evidence_altered_on_the_disk_is_not_opened(folder: DataFolder, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"truth")
    file = folder.evidence.copy_in(source)
    (stored,) = (path for path in (folder.path / "evidence").rglob("*") if path.is_file())
    stored.write_bytes(b"other")
    with pytest.raises(UserError, match=r"a\.pdf"):
        folder.evidence.copy_out(file, tmp_path)


@pytest.mark.parametrize("name", ["../../x.pdf", "/etc/x.pdf", "..\\..\\x.pdf", "C:\\x.pdf", ".."])
def test_no_evidence_leaves_its_folder(folder: DataFolder, tmp_path: Path, name: str) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"truth")
    file = folder.evidence.copy_in(source)
    out = tmp_path / "out"
    out.mkdir()
    copied = folder.evidence.copy_out(EvidenceFile(file.sha256, name, file.size), out)
    assert copied.parent == out


@pytest.mark.parametrize("sha256", ["../../ledger.sqlite3", "", "ab" * 31, "0" * 64])
def test_an_unknown_hash_is_only_missing(folder: DataFolder, tmp_path: Path, sha256: str) -> None:
    file = EvidenceFile(sha256, "a.pdf", 1)
    assert not folder.evidence.has(file)
    with pytest.raises(UserError):
        folder.evidence.copy_out(file, tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("CON.pdf", "_CON.pdf"),
        ("lpt1", "_lpt1"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("a\0\n\u202eb.pdf", "a_b.pdf"),
        ("x" * 300 + ".docx", "x" * 60 + ".docx"),
        ("ữ" * 300, "ữ" * 60),
        (". ", None),
        (".pdf", "pdf"),
    ],
)
def test_a_name_from_elsewhere_is_made_fit_for_any_disk(
    folder: DataFolder, tmp_path: Path, name: str, safe: str | None
) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"truth")
    kept = folder.evidence.copy_in(source)
    out = tmp_path / "out"
    out.mkdir()
    copied = folder.evidence.copy_out(EvidenceFile(kept.sha256, name, kept.size), out)
    assert copied == out / (safe or kept.sha256)


def test_a_file_that_is_too_large_is_refused_with_its_size(tmp_path: Path) -> None:
    source = tmp_path / "phim.mp4"
    with source.open("wb") as file:
        file.truncate((312 << 20) - 1)
    with pytest.raises(UserError, match=r"phim\.mp4 is 312 MB large, and at most 200 MB"):
        EvidenceFolder(tmp_path / "evidence").copy_in(source)
    assert not (tmp_path / "evidence").exists()


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "a.pdf"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="is not a file"):
        EvidenceFolder(tmp_path / "evidence").copy_in(pipe)


def test_a_file_whose_name_is_no_text_is_kept_under_what_can_be_read(tmp_path: Path) -> None:
    source = Path(os.fsdecode(os.fsencode(tmp_path) + "/Ho\u0300a ".encode() + b"\xff.pdf"))
    source.write_bytes(b"truth")
    assert EvidenceFolder(tmp_path / "evidence").copy_in(source).name == "Hòa .pdf"


def test_a_source_that_vanished_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    evidence = EvidenceFolder(tmp_path / "evidence")
    with pytest.raises(UserError):
        evidence.copy_in(tmp_path / "gone.pdf")
    with pytest.raises(UserError):
        evidence.copy_in(tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_drafts_are_kept_replaced_and_dropped(
    folder: DataFolder, ledger: Ledger, agreement: Agreement
) -> None:
    drafts = folder.drafts(agreement)
    drafts.keep(Draft("area-1", "note", "Đã h"))
    drafts.keep(Draft("area-1", "note", "Đã họp"))
    drafts.keep(Draft("area-2", "note", "x"))
    drafts.drop("area-2", "note")
    drafts.drop("area-2", "note")
    assert drafts.all() == [Draft("area-1", "note", "Đã họp")]
    assert list(ledger.changes()) == []


def test_settings_come_back(folder: DataFolder, tmp_path: Path) -> None:
    folder.settings.values.officer_name = OFFICER_A.name
    folder.settings.values.geometry = (1, 2, 3, 4)
    folder.settings.save()
    again = SettingsFile(folder.path / "settings.json").values
    assert (again.officer.name, again.geometry) == (OFFICER_A.name, (1, 2, 3, 4))


BAD_SETTINGS = (
    b'{"language": 3}',
    b'{"geometry": [1]}',
    b'{"geometry": [1, 2, 3, 99999999999]}',
    b'{"text_percent": -5}',
    b'{"later": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"officer_name": "\\ud800"}',
)


@given(st.binary(max_size=200) | st.sampled_from(BAD_SETTINGS))
def test_settings_that_cannot_be_read_are_set_aside(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("s") / "settings.json"
    path.write_bytes(data)
    assert isinstance(SettingsFile(path).values, Settings)
    assert path.exists() or path.with_suffix(".damaged").read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="the profile's own rights hold there")
def test_only_the_user_can_read_what_is_kept(
    folder: DataFolder, ledger: Ledger, tmp_path: Path
) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(b"truth")
    folder.evidence.copy_in(source)
    folder.settings.save()
    for path in (folder.path, *folder.path.rglob("*"), *(tmp_path / "keys").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
