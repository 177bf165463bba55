"""States, areas, treaties, indicators and the calendar are whole, and say what their sources say."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from python_calamine import CalamineWorkbook

import ontology
from graph import calendar, goals, states, terms
from graph.terms import DCTERMS, NS, RDFS, SKOS

LANGUAGES = {"en", "fr", "es", "ar", "ru", "zh"}
UNTERM = ("English", "French", "Spanish", "Arabic", "Russian", "Chinese")
OFFICIAL = ("en", "fr", "es", "ar", "ru", "cn")


def triples(file: str) -> Iterator[tuple[str, str, str, str]]:
    """Subject, predicate, value, language."""
    for quad in ox.parse((ontology.root() / "vocab" / file).read_bytes(), format=ox.RdfFormat.TURTLE):
        language = (quad.object.language or "") if isinstance(quad.object, ox.Literal) else ""
        value = quad.object.value if not isinstance(quad.object, ox.Triple) else ""
        yield str(quad.subject).strip("<>"), quad.predicate.value, value, language


def values(file: str, predicate: str) -> dict[str, list[str]]:
    """Subject → values of a property."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for subject, told, value, _ in triples(file):
        if told == predicate:
            found[subject].append(value)
    return dict(found)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_193_members_and_2_observers_each_have_a_label_in_six_languages() -> None:
    membership = values("states.ttl", NS + "membership")
    assert Counter(told for (told,) in membership.values()) == {NS + "memberState": 193, NS + "observerState": 2}
    for predicate in (RDFS + "label", SKOS + "prefLabel"):
        labelled = Counter(
            (subject, language) for subject, told, _, language in triples("states.ttl") if told == predicate
        )
        assert labelled == dict.fromkeys(((state, language) for state in membership for language in LANGUAGES), 1)


def test_every_code_and_number_of_a_state_is_its_own() -> None:
    for predicate, pattern in (
        (SKOS + "notation", "[A-Z]{3}"),
        (NS + "iso2", "[A-Z]{2}"),
        (NS + "m49", r"\d{3}"),
    ):
        told = values("states.ttl", predicate)
        codes = [code for (code,) in told.values()]
        assert len(set(codes)) == len(codes) == 195
        assert all(re.fullmatch(pattern, code) for code in codes)
    assert all(subject == terms.state(code) for subject, (code,) in values("states.ttl", SKOS + "notation").items())


def test_every_member_has_one_regional_group_and_every_state_an_area() -> None:
    groups, areas = values("states.ttl", NS + "regionalGroup"), values("states.ttl", NS + "area")
    assert values("regional-groups.ttl", SKOS + "prefLabel").keys() == {group for (group,) in groups.values()}
    members = {
        state for state, (told,) in values("states.ttl", NS + "membership").items() if told == NS + "memberState"
    }
    assert groups.keys() == members
    known = values("m49-areas.ttl", SKOS + "notation")
    broader = values("m49-areas.ttl", SKOS + "broader")
    assert len(areas) == 195
    for area in {area for (area,) in areas.values()}:
        while area in broader:
            assert area == terms.concept("m49", known[area][0])
            (area,) = broader[area]
        assert known[area] == ["001"], "every area lies in the world"


def test_a_state_is_found_by_each_of_its_names_in_the_six_languages(shared_data: Path) -> None:
    found = 0
    for row in table(shared_data / "countries" / "country-codes.csv"):
        code = row["ISO3166-1-Alpha-3"]
        if code not in states._codes().values():
            continue
        found += 1
        names = [row[f"UNTERM {language} {form}"] for language in UNTERM for form in ("Short", "Formal")]
        names += [row[f"official_name_{language}"] for language in OFFICIAL] + [row["CLDR display name"]]
        assert all(row[f"official_name_{language}"].strip() for language in OFFICIAL)
        assert {name: states.state(name) for name in names if name.strip()} == dict.fromkeys(
            filter(str.strip, names), code
        )
    assert found == 195


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_statisticians_names_numbers_and_areas_are_ours(shared_data: Path, language: str) -> None:
    numbers, areas = values("states.ttl", NS + "m49"), values("states.ttl", NS + "area")
    found = 0
    for row in table(shared_data / "countries" / f"unsd-m49-{language}.csv"):
        code = row["ISO-alpha3 Code"]
        if code in states._codes().values():
            found += 1
            assert states.state(row["Country or Area"]) == code
            assert numbers[terms.state(code)] == [row["M49 Code"]]
            area = row["Intermediate Region Code"] or row["Sub-region Code"]
            assert areas[terms.state(code)] == [terms.concept("m49", area)]
    assert found == 195


def test_the_members_are_those_that_the_un_lists(shared_data: Path) -> None:
    listed = {
        states.state(row["country"]): row["status"]
        for row in table(shared_data / "countries" / "un-member-states-ceb.csv")
    }
    ours = values("states.ttl", NS + "membership")
    assert {terms.state(code): [f"{NS}{told}State"] for code, told in listed.items()} == ours


def test_every_state_of_upr_info_is_known(shared_data: Path) -> None:
    for file in sorted((shared_data / "upr-info").glob("*.csv")):
        text = file.read_bytes().decode("mac_roman").replace("\r\n", "\n").replace("\r", "\n")
        rows = csv.DictReader(text.split("\n"))
        names = {row[column] for row in rows for column in ("To", "From", "country") if row.get(column)}
        for name in names - {"&#40;Unknown&#41;"}:
            states.state(name)


def test_nine_treaties_and_nine_protocols_are_dated_and_watched_over() -> None:
    file = "treaties.ttl"
    notations = values(file, SKOS + "notation")
    protocols = values(file, NS + "protocolTo")
    assert (len(notations), len(protocols)) == (18, 9)
    assert all(subject == terms.treaty(notation) for subject, (notation,) in notations.items())
    assert {main for (main,) in protocols.values()} <= notations.keys() - protocols.keys()
    adopted, in_force = values(file, NS + "adoptedOn"), values(file, NS + "entryIntoForce")
    assert adopted.keys() == in_force.keys() == notations.keys()
    for treaty, (day,) in adopted.items():
        assert date(1965, 1, 1) < date.fromisoformat(day) < date.fromisoformat(in_force[treaty][0])
    bodies = set(values("mechanisms.ttl", SKOS + "notation"))
    assert all(set(told) <= bodies for told in values(file, NS + "mechanism").values())
    labels = Counter(language for _, told, _, language in triples(file) if told == RDFS + "label")
    assert labels == {"en": 18, "fr": 18, "es": 18}


def test_251_indicators_stand_under_their_targets() -> None:
    file = "sdg-indicators.ttl"
    numbers, codes, broader = (
        values(file, predicate) for predicate in (SKOS + "notation", DCTERMS + "identifier", SKOS + "broader")
    )
    listed = [number for told in numbers.values() for number in told]
    assert len(listed) == len(set(listed)) == 251
    assert len({code for (code,) in codes.values()}) == len(codes) == len(numbers) == 235
    targets = values("sdgs.ttl", SKOS + "notation")
    for indicator, told in numbers.items():
        above = sorted(targets[target][0] for target in broader[indicator])
        assert above == sorted(number.rsplit(".", 1)[0] for number in told)
    assert values(file, SKOS + "prefLabel").keys() == numbers.keys()


def test_the_indicators_are_those_of_the_current_list(shared_data: Path) -> None:
    path = shared_data / "sdg" / "Global-Indicator-Framework-after-2025-review-English.xlsx"
    listed = 0
    for _, wording, code in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python():
        if re.fullmatch(r"C\w+", code):
            listed += 1
            assert goals.indicator(code) == goals.indicator(wording.strip().split()[0].strip("†*"))
    assert listed == 251


def test_an_indicator_has_the_un_s_identifier_where_the_un_has_one(shared_data: Path) -> None:
    path = shared_data / "sdg" / "sdg-kos-goals-targets-indicators.ttl"
    published = {str(quad.subject).strip("<>") for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)}
    for iri, (code,) in values("sdg-indicators.ttl", DCTERMS + "identifier").items():
        assert iri == (terms.sdg(code) if terms.sdg(code) in published else terms.concept("sdg-indicator", code))


def test_subjects_are_the_un_s_for_what_is_in_our_lists(shared_data: Path) -> None:
    path = shared_data / "sdg" / "sdg-kos-subject-mappings.ttl"
    known = values("sdgs.ttl", SKOS + "notation").keys() | values("sdg-indicators.ttl", SKOS + "notation").keys()
    published = {
        (str(quad.subject).strip("<>"), str(quad.object).strip("<>"))
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    }
    ours = {(subject, value) for subject, _, value, _ in triples("sdg-subjects.ttl")}
    assert ours == {pair for pair in published if pair[0] in known}
    assert len(ours) > 400


def test_the_calendar_says_what_upr_info_says(shared_data: Path) -> None:
    listed: defaultdict[int, set[str]] = defaultdict(set)
    for row in table(shared_data / "upr-info" / "upr-sessions.csv"):
        listed[int(row["Session"])].add(states.state(row["To"]))
    assert len(listed) == 20
    assert {number: set(calendar.sessions()[number].states) for number in listed} == listed
