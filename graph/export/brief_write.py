"""Briefs (DOCX, HTML): one page for each group of asks, or for one group or theme; PDF by a browser's print."""

from html import escape
from pathlib import Path
from typing import Final

from graph.export.alignment_filters import Filters
from graph.export.brief_page import Line, Page, page
from graph.export.brief_read import read_told, subjects
from graph.export.report_paper import Paper
from graph.export.unwritable import Unwritable
from graph.export.workbook import clean
from graph.store.asking import Asker
from graph.store.builds import Build

_LOOK: Final = """
@page { size: A4; margin: 14mm }
body { font: 10.5pt/1.4 Calibri, Carlito, 'Segoe UI', sans-serif; color: #1a1a1a; max-width: 182mm; margin: 0 auto;
  padding: 1em }
article + article { break-before: page; border-top: 1px solid #bbb; margin-top: 2em; padding-top: 1em }
h1 { font-size: 17pt; line-height: 1.2; color: #1f3864; margin: 0 0 .3em }
h2 { font-size: 12.5pt; color: #1f3864; margin: .9em 0 .2em }
h3 { font-size: 10.5pt; margin: .6em 0 .1em }
p, ul { margin: .2em 0 } h2, h3 { break-after: avoid } p, li { break-inside: avoid; overflow-wrap: anywhere }
.over, .also, footer, cite { color: #555; font-size: 9pt } .lead { font-size: 11pt } footer { margin-top: 1em }
cite { font-style: normal }
@media print { body { padding: 0; max-width: none } article + article { border: 0; margin: 0; padding: 0 } }
"""


def brief(asker: Asker, build: Build, state: str | None, out: Path, asked: Filters | None = None) -> None:
    """Write the briefs of a State, or of the group or theme that `asked.theme` names, by the ending of `out`.

    Raises Unwritable where no State is named, or nothing is known of what is asked; Refusal.
    """
    if not state:
        raise Unwritable("briefs are of one State: name it (--state VNM)")
    theme = asked.theme if asked else ""
    if asked and asked != Filters(theme=theme):
        raise Unwritable("briefs are narrowed by --theme alone: a group's name or a theme")
    told = read_told(asker, state)
    pages = [page(one, told, build.name) for one in subjects(told, theme)]
    if out.suffix.lower() == ".html":
        out.write_text(html(pages), "utf-8")
    else:
        paper(pages).save(out)


def html(pages: list[Page]) -> str:
    """One file that needs no other; each brief prints on a page of A4."""
    title = pages[0].title if len(pages) == 1 else f"{len(pages)} briefs"
    view = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    head = f"{view}<title>{_safe(title)} – rightsgraph</title><style>{_LOOK}</style>"
    body = "\n".join(map(_article, pages))
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body><main>\n{body}\n</main></body>\n</html>\n'


def _article(one: Page) -> str:
    sections = "\n".join(f"<section><h2>{_safe(name)}</h2>{_lines(lines)}</section>" for name, lines in one.sections)
    top = f'<p class="over">{_safe(one.over)}</p><h1>{_safe(one.title)}</h1><p class="lead">{_safe(one.lead)}</p>'
    return f"<article><header>{top}</header>\n{sections}\n<footer><p>{_safe(one.sources)}</p></footer></article>"


def _lines(lines: tuple[Line, ...]) -> str:
    """Points that follow one another make one list."""
    return "".join(map(_line, lines)).replace("</ul>\n<ul>", "\n")


def _line(line: Line) -> str:
    text = _safe(line.text)
    if line.kind == "said":
        return f'<p><span dir="auto">{text}</span> <cite>{_safe(line.cite)}</cite></p>\n'
    shapes = {"heading": "<h3>{}</h3>\n", "also": '<p class="also">{}</p>\n', "point": "<ul><li>{}</li></ul>\n"}
    return shapes.get(line.kind, "<p>{}</p>\n").format(text)


def _safe(text: str) -> str:
    return escape(clean(text))


def paper(pages: list[Page]) -> Paper:
    """One brief is a page; several begin with a list of them."""
    if len(pages) == 1:
        made = Paper(pages[0].title, pages[0].over)
        _written(made, pages[0])
        return made
    made = Paper("Briefs", pages[0].over)
    made.say(f"{len(pages)} groups of asks of different mechanisms that ask for the same, each on one page:")
    made.listed(one.title for one in pages)
    for one in pages:
        made.page()
        made.heading(one.title)
        _written(made, one)
    return made


def _written(made: Paper, one: Page) -> None:
    made.say(one.lead)
    for name, lines in one.sections:
        made.heading(name, 2)
        for line in lines:
            _put(made, line)
    made.small(one.sources)


def _put(made: Paper, line: Line) -> None:
    if line.kind == "heading":
        made.heading(line.text, 3)
    elif line.kind == "said":
        made.said(line.text, line.cite)
    elif line.kind == "also":
        made.small(line.text)
    elif line.kind == "point":
        made.listed([line.text])
    else:
        made.say(line.text)
