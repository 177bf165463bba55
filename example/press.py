"""Prints the example's reports as PDF files in the layout of UN documents: `python -m example.press`."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from example.papers import PAPERS, Asks, Paper

_LEFT, _ITEM, _TEXT, _LEADING, _TOP, _BOTTOM = 90, 118, 150, 13, 760, 90
"""Points: the margin, where item numbers stand, where item text stands, line spacing, first and last line."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text on a page: where, how large, bold or not."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


@dataclass(slots=True)
class _Pen:
    """Writes downwards, turning the page at its end."""

    pages: list[list[Run]]
    y: float = _TOP

    def line(self, *pieces: tuple[float, str], size: float = 10, bold: bool = False) -> None:
        if self.y < _BOTTOM:
            self.turn()
        self.pages[-1] += [Run(x, self.y, text, size, bold) for x, text in pieces]
        self.y -= _LEADING

    def turn(self) -> None:
        self.pages.append([])
        self.y = _TOP

    def gap(self, lines: float = 1) -> None:
        self.y -= lines * _LEADING

    def numbered(self, number: str, text: str, x: float, indent: float, width: int, hang: float) -> None:
        """A numbered paragraph: the number, the text in its own column, further lines at `hang`."""
        first, *rest = wrap(text, width)
        self.line((x, number), (indent, first))
        for one in rest:
            self.line((hang, one))


def lay_out(paper: Paper) -> list[list[Run]]:
    """The pages of a report."""
    pen = _Pen([[]])
    _title_page(pen, paper)
    pen.turn()
    pen.line((_LEFT, "Introduction"), size=12, bold=True)
    for number, text in enumerate(paper.introduction, start=1):
        pen.gap()
        pen.numbered(f"{number}.", text, _LEFT, _ITEM, 88, _LEFT)
    pen.gap()
    pen.line((_LEFT - 30, "I."), (_LEFT, "Summary of the proceedings of the review process"), size=12, bold=True)
    pen.gap()
    pen.line((_LEFT, "(Not told in this example.)"))
    pen.gap()
    pen.line((_LEFT - 30, "II."), (_LEFT, "Conclusions and/or recommendations"), size=12, bold=True)
    for asks in paper.lists:
        pen.gap()
        _list(pen, asks)
    pen.gap()
    last = int(paper.lists[-1].paragraph) + 1
    closing = (
        "All conclusions and/or recommendations contained in this report reflect the position of the States that "
        "made them; the Working Group as a whole does not endorse them."
    )
    pen.numbered(f"{last}.", closing, _LEFT, _ITEM, 88, _LEFT)
    for number, page in enumerate(pen.pages[1:], start=2):
        page.append(Run(_LEFT if number % 2 == 0 else 460, 800, paper.symbol, 9, bold=True))
        page.append(Run(_LEFT if number % 2 == 0 else 500, 50, str(number), 9, bold=True))
    return pen.pages


def _title_page(pen: _Pen, paper: Paper) -> None:
    pen.line((_LEFT, "United Nations"), (430, paper.symbol), size=12)
    pen.line((_LEFT, "General Assembly"), (400, "Distr.: General"), size=12, bold=True)
    pen.line((400, paper.issued))
    pen.gap()
    pen.line((400, "Original: English"))
    pen.gap(2)
    for line in ("Human Rights Council", paper.council_session, "Agenda item 6", "Universal Periodic Review"):
        pen.line((_LEFT, line), bold=line == "Human Rights Council")
    pen.gap(2)
    pen.line((_LEFT, "Report of the Working Group on the Universal Periodic Review"), size=14, bold=True)
    pen.gap()
    pen.line((_LEFT, paper.state), size=14, bold=True)
    pen.gap(12)
    note = (
        f"Example file of rightsgraph: some of the facts of {paper.symbol} in our own words. The document itself "
        f"is published by the United Nations under the symbol {paper.symbol}."
    )
    for line in wrap(note, 88):
        pen.line((_LEFT, line), size=8)


def _list(pen: _Pen, asks: Asks) -> None:
    pen.numbered(f"{asks.paragraph}.", asks.lead, _LEFT, _ITEM, 86, _LEFT)
    for number, text in asks.items:
        pen.gap(0.4)
        column = _TEXT if len(number) < 5 else _TEXT + 14
        pen.numbered(number, text, _ITEM, column, 76, column)


def pdf(pages: list[list[Run]]) -> bytes:
    """Pages as a PDF 1.4 file in the standard Times fonts; the same pages give the same bytes."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        content = b"\n".join(_operators(page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _operators(page: list[Run]) -> Iterator[bytes]:
    for run in page:
        text = run.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if run.bold else "F1"
        operator = f"BT /{font} {run.size:g} Tf {run.x:g} {run.y:g} Td ({text}) Tj ET"
        yield operator.encode("cp1252")


def _file(objects: list[bytes]) -> bytes:
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(body))
    )


def main(folder: Path) -> None:
    """Print every report below a folder."""
    for paper in PAPERS:
        target = folder / paper.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf(lay_out(paper)))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "sources")
