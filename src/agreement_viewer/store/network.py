"""Whether a folder lies on another computer: SQLite's locks and its log do not hold there."""

import re
import sys
from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "lustre", "vboxsf"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs"),
    )
)
_DRIVE_REMOTE: Final = 4
_OCTAL: Final = re.compile(r"\\([0-7]{3})")  # how the table writes a blank
_MOUNTS: Final = Path("/proc/self/mounts")


def is_on_network(folder: Path) -> bool:
    """Whether `folder` lies on a network share, or on another file system that is like one."""
    if sys.platform == "win32":
        return _is_remote_drive(folder.resolve())
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:  # a system that does not tell
        return False
    return file_system(folder.resolve(), mounts) in _NETWORK


def file_system(folder: Path, mounts: str) -> str:
    """The kind of file system that `folder` lies on, by Linux's table of what is mounted."""
    kind, longest = "", -1
    for line in mounts.splitlines():
        _device, place, found, *_rest = line.split(" ")
        point = Path(_OCTAL.sub(lambda code: chr(int(code[1], 8)), place))
        if folder.is_relative_to(point) and len(point.parts) >= longest:  # a later one hides others
            kind, longest = found, len(point.parts)
    return kind


if sys.platform == "win32":

    def _is_remote_drive(folder: Path) -> bool:
        import ctypes  # the root of a share, \\server\share, is remote to it, too

        return int(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)) == _DRIVE_REMOTE
