"""The checklist: what it tells before, during and after a review, and what it does not claim to know."""

from datetime import date

from tests.guidance.registry import Worlds, row


@row("C1", "the schedule of the next review, or that only a rule gives it")
def schedule(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C1")
    assert standing == "partly"
    assert "August 2018; no source states it" in told
    standing, told = worlds.stories.checklist("VNM", "C1", date(2013, 3, 1))
    assert standing == "known"
    assert "5 February 2014" in told


@row("C2", "a link to the guidelines of each phase")
def guidelines(worlds: Worlds) -> None:
    _, told = worlds.stories.checklist("VNM", "C2")
    for phase, symbol in (
        ("Before: ", "A/HRC/DEC/17/119"), ("During: ", "A/HRC/RES/5/1"), ("After: ", "A/HRC/RES/16/21"),
    ):  # fmt: skip
        assert phase in told
        assert f"https://undocs.org/{symbol}" in told


@row("C3", "the documents of every cycle, missing ones by name")
def earlier(worlds: Worlds) -> None:
    today = date(2021, 1, 1)
    standing, told = worlds.real.checklist("SVN", "C3", today)
    assert standing == "partly"
    assert "Documents of reviews that were read: " in told
    page = worlds.real.page("/state/SVN/documents", today)
    assert "A/HRC/WG.6/34/SVN/1 National report" in page
    missing = worlds.real.page("/state/SVN/documents?of=reviews&status=missing", today)
    for symbol in ("A/HRC/WG.6/7/SVN/1", "A/HRC/WG.6/20/SVN/1", "A/HRC/WG.6/34/SVN/2"):
        assert f"rightsgraph fetch {symbol}" in missing
    assert "A/HRC/WG.6/34/SVN/1" not in missing


@row("C4", "which bodies are responsible, and how many actions name nobody")
def ministries(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("MOZ", "C4")
    assert standing == "known"
    assert "a country sheet gives recommendations to: 2." in told
    assert "Actions of these plans: 1, of which 0 name nobody." in told


@row("C5", "who to reach at OHCHR")
def ohchr(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("ARG", "C5")
    assert standing == "known"
    assert "An adviser, human rights adviser, OHCHR, office@example.org since 2012-03-01." in told


@row("C6", "what is done so that many take part")
def participation(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C6")
    assert standing == "known"
    assert "Day of the hills, consultation, 2013-05-02." in told
    assert "Invite the hills to the consultation: under way; UNDP, by 2013-04-30." in told
    assert worlds.stories.checklist("ARG", "C6")[0] == "notKnown"


@row("C7", "how far the country team's submission is, and by when it is due")
def joint(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C7")
    assert standing == "known"
    assert "Paper of the country team, by UN country team: drafting, due 2013-06-17" in told


@row("C8", "who writes the national report, and what help is needed")
def national_report(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C8")
    assert standing == "known"
    assert "by Ministry of Foreign Affairs: planned; help needed: Figures by language." in told


@row("C9", "who else submits, and who needs help")
def submissions(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C9")
    assert standing == "known"
    assert "Paper of the Friends of schools, by Friends of schools: planned; help needed: Translation." in told
    assert "Paper of the Commissioner, by Office of the Commissioner: submitted; no help is asked for." in told


@row("C11", "what is to be said in the plenary, and when the outcome is adopted")
def plenary(worlds: Worlds) -> None:
    _, told = worlds.stories.checklist("VNM", "C11")
    assert "Words in the plenary, by Office of the Commissioner: drafting" in told
    assert "The adoption is set for 20 June 2014." in told


@row("C12", "which screenings are held")
def screening(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C12")
    assert standing == "known"
    assert "Screening in Da Nang, screening, 2014-02-05." in told


@row("C13", "the four capacities of the national mechanism")
def mechanism(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("MOZ", "C13")
    assert standing == "known"
    for name in ("engagement", "coordination", "consultation", "information management"):
        assert f"Council for follow-up, {name}: " in told
    assert "needed: Interpreters" in told
    assert worlds.stories.checklist("ARG", "C13")[0] == "notKnown"


@row("C14", "which supported recommendations the framework takes up, and which not")
def frameworks(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("MOZ", "C14")
    assert standing == "known"
    assert "Frameworks in this build: 1." in told
    without = {one["paragraph"] for one in worlds.stories.question("supported_without_programme", state="MOZ")}
    assert f"without a programme: {len(without)}." in told
    assert "90.26" in without
    assert "89.45" not in without


@row("C15", "notes on talks about assistance, with the recommendation")
def assistance(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C15")
    assert standing == "known"
    assert "Ask the ministry what help it wants for more schools: completed; UNICEF." in told
    (about,) = worlds.stories.ask(
        "SELECT DISTINCT ?ask WHERE { ?t a rg:Task ; rg:about ?ask ; rg:reviewPhase/skos:prefLabel 'after'@en }"
    )
    assert about["ask"].endswith("/para/99.79")


@row("C16", "the mid-term date, computed from the adoption")
def midterm(worlds: Worlds) -> None:
    standing, told = worlds.stories.checklist("VNM", "C16")
    assert standing == "partly"
    assert "about June 2016; it is voluntary" in told
    _, told = worlds.stories.checklist("MOZ", "C16", date(2012, 1, 1))
    assert "about June 2013" in told
