"""The report's pictures as bitmaps, drawn by Typst as on the page: Word cannot take outlines."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from agreement_viewer.report.face import Faces
from agreement_viewer.report.form import SPACE
from agreement_viewer.report.pictures import pictures_of
from agreement_viewer.report.printable import boxed, characters, sound
from agreement_viewer.report.tree import Report
from agreement_viewer.report.word import Picture
from agreement_viewer.resources import resource

_DOTS_PER_INCH: Final = 220


def bitmaps(report: Report, faces: Faces | None = None) -> list[Picture]:
    """All pictures of `report`, each with the words that say what it shows."""
    import typst

    faces = faces or Faces()
    texts: Any = sound(pictures_of(report, report.years))
    face = faces.face(characters(texts))
    pictures: Any = boxed(texts, face.missing)
    width = SPACE["picture"]
    data = msgspec.json.encode({"pictures": pictures, "width": width}).decode()
    pages = typst.compile(
        resource("report", "pictures_alone.typ"),
        font_paths=faces.fonts,
        sys_inputs={"data": data, "face": face.family},
        format="png",
        ppi=_DOTS_PER_INCH,
    )
    assert isinstance(pages, list)
    return [
        Picture(page, alt, int(width)) for page, alt in zip(pages, _alts(pictures), strict=True)
    ]


def _alts(pictures: Any) -> Iterator[str]:
    yield pictures["status"]["alt"]
    yield pictures["timeliness"]["alt"]
    for chart in pictures["courses"]:
        yield chart["alt"]
