"""A row is as high as its lines: never lower than a font sets them, and not much higher."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont
from unit.report.readers import run

from agreement_viewer.report.measuring import count_lines

MILLIMETRE = 72 / 25.4
TEXT = (
    "Phối hợp đề xuất xây dựng sửa đổi bổ sung cơ chế chính sách pháp luật về công tác KH&CN "
    "Nghị quyết số 59-NQ/TW ngày 05/8/2020 ƯỚC ĐẠT “chuyển giao” (12,5%); tiêu chuẩn."
)


@pytest.fixture(scope="module")
def faces() -> dict[bool, ImageFont.FreeTypeFont]:
    """Regular and bold, of the measures of Times New Roman, in 1,100 parts for 11 pt."""
    return {
        bold: ImageFont.truetype(
            run("fc-match", "-f", "%{file}", f"Liberation Serif:bold={bold}"), 1100
        )
        for bold in (False, True)
    }


def lines_set(words: list[str], width: float, face: ImageFont.FreeTypeFont) -> int:
    """The lines that a program needs which breaks between words."""
    lines, line = 1, ""
    for word in words:
        longer = f"{line} {word}".lstrip()
        if face.getlength(longer) / 100 > width * MILLIMETRE and line:
            lines, line = lines + 1, word
        else:
            line = longer
    return lines


@given(
    words=st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=60),
    width=st.integers(20, 150),
    bold=st.booleans(),
)
def test_lines_are_counted_as_a_font_sets_them(
    faces: dict[bool, ImageFont.FreeTypeFont], words: list[str], width: int, bold: bool
) -> None:
    counted = count_lines(" ".join(words), width, 11, bold=bold)
    assert lines_set(words, width, faces[bold]) <= counted
    assert counted <= lines_set(words, width * 0.86 - 2, faces[bold]) + 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("một\nhai\n", 3), ("漢" * 100, 21), ("a" * 1_000, 97), ("\n" * 3, 4)],
)
def test_breaks_and_words_without_end(text: str, lines: int) -> None:
    assert count_lines(text, 22, 11) == pytest.approx(lines, rel=0.1)
