"""Small PDFs made by the tests themselves, with words of our own: real bytes, read by the real reader."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from graph.source import Source

Placed = tuple[float, float, float, str]
"""Left edge, height from the page's bottom, letter size (all in points), text."""


def pdf_bytes(pages: Iterable[Iterable[Placed]]) -> bytes:
    """A PDF of A4 pages with these lines in Helvetica (letters of Windows-1252 only)."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(_show(*line) for line in lines)
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _assembled(objects)


def _show(x: float, y: float, size: float, text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def _assembled(objects: list[str]) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return content + (end + trailer).encode("ascii")


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[[Iterable[Iterable[Placed]]], Source]:
    """`make_pdf([[(57, 700, 10, "Human Rights Council")]])` → a source of one page with one line."""

    def make(pages: Iterable[Iterable[Placed]]) -> Source:
        path = tmp_path / "made.pdf"
        path.write_bytes(pdf_bytes(pages))
        return Source.of(path)

    return make
