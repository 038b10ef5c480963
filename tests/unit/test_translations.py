"""Every text on screen has its Vietnamese, and no entry is left unfinished."""

import subprocess
import sys

from agreement_viewer.i18n import read_catalogue, translate, use_language
from agreement_viewer.resources import resource


def test_no_text_is_untranslated_unfinished_or_out_of_date() -> None:
    script = resource("translations", "build.py")
    done = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_command_line_speaks_vietnamese_from_the_same_file() -> None:
    assert len(read_catalogue("vi")) > 300
    use_language("vi")
    assert translate("Window", "Saved at {time}", time="14 giờ 05") == "Đã lưu lúc 14 giờ 05"
    use_language("en")
    assert translate("Window", "Saved at {time}", time="14:05") == "Saved at 14:05"
