"""Bundles altered by chance, half of them signed again by a partner who means harm."""

import hashlib
import random
import shutil
from io import BytesIO
from pathlib import Path
from typing import Final

from e2e.faults_ledger import AGREEMENT, content, opened, write
from office import NOW, OFFICER_A

from agreement_viewer.errors import UserError
from agreement_viewer.exchange.bundle import PURPOSE, Bundle, write_bundle
from agreement_viewer.exchange.outgoing import gather
from agreement_viewer.exchange.records import Kind, RecordWriter, read_records
from agreement_viewer.exchange.sealing import start_writing
from agreement_viewer.exchange.taking import examine, take
from agreement_viewer.ledger import actions
from agreement_viewer.ledger.checklist import Checklist
from agreement_viewer.store.evidence import FOLDER
from agreement_viewer.store.files import DataFolder
from agreement_viewer.store.verify import verify

_HEADER: Final = 10
_SOURCE: Final = "Biên bản.pdf"


def bundles(room: Path) -> list[bytes]:
    """A partner's file with changes and evidence, for a receiver who has some of it."""
    chance = random.Random(1)
    file = room / "gửi.agx"
    with opened(room / "partner") as (folder, ledger):
        for _ in range(4):
            write(ledger, chance)
        write_bundle(file, gather(folder, ledger, OFFICER_A, NOW, None), folder)
        _receive(file, room / "kept")
        source = room / _SOURCE
        source.write_bytes(b"%PDF-1.7")
        copied = folder.evidence.copy_in(source)
        value = {"sha256": copied.sha256, "name": copied.name, "size": copied.size}
        item = next(Checklist(AGREEMENT, ledger.heads).entries()).id
        ledger.append(actions.add_evidence(item, {"file": value}), OFFICER_A, NOW)
        for _ in range(4):
            write(ledger, chance)
        write_bundle(file, gather(folder, ledger, OFFICER_A, NOW, None), folder)
    shutil.copytree(room / "kept", room / "office")
    return [file.read_bytes()]


def read_bundle(data: bytes, room: Path) -> str:
    """Look at it and take it in; where it is refused all is as it was."""
    if hashlib.sha256(data).digest()[0] % 2:
        data = _signed_again(data, room / "partner")
    file, office = room / "input.agx", room / "office"
    file.write_bytes(data)
    before = _state(office)
    try:
        _receive(file, office)
    except UserError:
        assert _state(office) == before, "the ledger changed"
        return "refused"
    with opened(office) as (folder, ledger):
        content(ledger)
        assert verify(folder.database) == []
    assert _files(room) <= {"partner", "kept", "office", "input", "input.agx", "gửi.agx", _SOURCE}
    shutil.rmtree(office)
    shutil.copytree(room / "kept", office)
    return "taken in, every chain in order"


def _receive(file: Path, office: Path) -> None:
    with opened(office) as (folder, ledger), Bundle(file) as bundle:
        findings = examine(bundle, folder, ledger)
        take(bundle, folder, ledger, findings, findings.strangers, NOW)


def _signed_again(data: bytes, partner: Path) -> bytes:
    """Its records, as many as can be read, closed by a signature of the partner's own."""
    sink_file = BytesIO()
    sink, _finish = start_writing(sink_file, "")
    writer = RecordWriter(sink)
    try:
        for record in read_records(BytesIO(data[_HEADER:])):
            if record.kind is not Kind.END:
                writer.put(record.kind, record.data())
    except UserError:
        pass
    folder = DataFolder(partner / "data", partner / "keys")
    try:
        writer.put(Kind.END, writer.digest, folder.sign(PURPOSE + writer.digest))
    finally:
        folder.close()
    return sink_file.getvalue()


def _state(office: Path) -> tuple[object, ...]:
    with opened(office) as (folder, _ledger):
        tables = ("change", "head", "waiting", "signed_head", "partner", "partner_cut")
        execute = folder.database.connection.execute
        rows = [execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        return *rows, _files(office / "data" / FOLDER)


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()
