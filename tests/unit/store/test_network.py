"""Whether the data lie on a network share, by what Linux says is mounted where."""

from pathlib import Path

import pytest

from agreement_viewer.store.network import file_system, is_on_network

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
server:/export /home nfs4 rw,vers=4.2 0 0
//server/share /mnt/dữ\\040liệu cifs rw,vers=3.1.1 0 0
/dev/sdb1 /home/a/stick vfat rw 0 0
proc /proc proc rw 0 0
autofs /srv autofs rw 0 0
user@server: /srv fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/data", "ext4"),
        ("/home", "nfs4"),
        ("/home/a/data", "nfs4"),
        ("/homely", "ext4"),
        ("/home/a/stick/data", "vfat"),
        ("/mnt/dữ liệu/2025", "cifs"),
        ("/srv/data", "fuse.sshfs"),
    ],
)
def test_the_mount_that_a_folder_lies_on_is_the_nearest_and_the_last(
    folder: str, kind: str
) -> None:
    assert file_system(Path(folder), MOUNTS) == kind


def test_a_disk_of_this_computer_is_none(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)
