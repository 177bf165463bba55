"""A decision of the desk in the build that is made next."""

from pathlib import Path

from graph.build import build
from graph.review.decisions import FILE, Decisions
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.webui.story import story
from tests.webui.workshop import PAGE, form, ground, site, words
from webui.places import explain_of


def test_the_next_build_holds_what_was_decided_and_the_desk_offers_it_no_more(told: Build, tmp_path: Path) -> None:
    with ground(told) as on:
        ana = site(on, tmp_path).person("Ana Reviewer")
        page = ana.get("/desk?state=VNM", headers=PAGE).text
        fields = form(page, "rejecting")
        assert ana.post("/desk/decide", data=fields | {"why": "different children"}).status_code == 303
    made = build(
        story(),
        Builds(tmp_path / "builds"),
        lambda store: Pool(store, Limits.for_builds()),
        decisions=Decisions.read(tmp_path / FILE),
    )
    with ground(made.build) as on:
        here = site(on, tmp_path)
        path = explain_of(fields["subject"], fields["object"])
        told_now = words(here.app.test_client().get(path, headers=PAGE).text)
        listed = here.person("Ana Reviewer").get("/desk?state=VNM&format=json").json
    assert "rejected by Ana Reviewer: different children in force" in told_now
    assert "Decided since this build" not in told_now
    pair = (fields["subject"], fields["relation"], fields["object"])
    assert pair not in [(row["subject"], row["relation"], row["object"]) for row in listed or []]
