"""The brief that is exported says what the viewer's brief of the same group says."""

import re

from flask import Flask
from lxml import html as markup

from graph.export.brief_page import page
from graph.export.brief_read import read_told, subjects
from graph.store.builds import Build
from graph.store.pool import Pool

GROUP = "/id/group/VNM/story"


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_the_exported_brief_says_what_the_viewers_brief_says(more_app: Flask, told_more: Build) -> None:
    answer = more_app.test_client().get(f"{GROUP}?view=brief", headers={"Accept": "text/html"})
    shown = plain(" ".join(str(text) for text in markup.fromstring(answer.text).itertext()))
    with Pool(told_more.store) as pool:
        told = read_told(pool, "VNM")
        (subject,) = (one for one in subjects(told) if one.group.endswith(GROUP))
    one = page(subject, told, told_more.name)
    shown = shown.casefold()  # a badge begins with a capital
    lines = [line for _, some in one.sections for line in some if line.kind in ("said", "also")]
    assert len(lines) >= 3
    for line in lines:
        assert plain(line.text).casefold() in shown
        assert plain(line.cite).casefold() in shown
    for programme in (
        told.facts.programmes[iri] for ask in subject.asks for iri in told.facts.serving.get(ask.iri, {})
    ):
        assert programme.title.casefold() in shown
    for sentence in (line.text for line in dict(one.sections).get("Gaps", ())):
        assert sentence.casefold() in shown
    assert one.sources.casefold() in shown
    assert one.lead.split(".")[0].casefold() in shown
