"""IATI 2.x beyond titles and money: results, policy markers, tags, relations, languages; nothing lost in silence."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from lxml import etree

import ontology
from graph import terms
from graph.records import Code, Indicator, Kinship, Measure, Project, ProjectKey, Record, Tag, Translation, Value
from graph.source import Loaded, Severity, Source
from graph.terms import SKOS, rg
from graph.write import quads
from loaders.programming.iati import load as iati
from loaders.programming.iati.codes import SIGNIFICANCE
from loaders.programming.iati.results import KINDS

Make = Callable[..., Source]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A file of one activity that holds these elements, with these attributes."""

    def made(inside: str, attributes: str = 'xml:lang="en"', title: str = "<narrative>Schools</narrative>") -> Source:
        path = tmp_path / "made.xml"
        path.write_text(
            f"""<iati-activities version="2.03"><iati-activity {attributes}><iati-identifier>XX-1</iati-identifier>
            <reporting-org ref="XX-PUB"><narrative>A fund</narrative></reporting-org><title>{title}</title>
            <participating-org role="4"><narrative>UNICEF</narrative></participating-org>
            <recipient-country code="VN"/>{inside}</iati-activity></iati-activities>"""
        )
        return Source.of(path)

    return made


def read(source: Source) -> tuple[Project, list[Indicator]]:
    records = list(iati.load(source))
    (project,) = (one for one in records if isinstance(one, Project))
    return project, [one for one in records if isinstance(one, Indicator)]


def reasons(source: Source, severity: Severity = Severity.WARNING) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in source.findings if one.severity == severity]


RESULT = """<result type="2"><title><narrative>Children learn</narrative></title>
<description><narrative>In their own language</narrative></description>
<indicator measure="2"><title><narrative>Share of pupils</narrative></title>
<reference vocabulary="9" code="4.5.1"/><reference vocabulary="99" code="K1"/>
<baseline year="2019" value="7"><comment><narrative>A survey</narrative></comment></baseline>
<baseline year="2019" iso-date="2019-06-01" value="9"><dimension name="sex" value="female"/></baseline>
<period><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>
<target value="40"/><target value="50"><dimension name="sex" value="female"/><location ref="VN-02"/></target>
<actual><comment><narrative>Schools were shut</narrative></comment></actual><actual/></period></indicator>%s</result>"""


def test_an_indicator_has_its_result_s_words_and_every_value_with_its_period(make: Make) -> None:
    source = make(RESULT % "")
    _, (indicator,) = read(source)
    start, end = date(2020, 1, 1), date(2020, 12, 31)
    assert indicator == Indicator(
        owner=ProjectKey("XX-1"),
        local="1/1",
        title="Children learn: Share of pupils",
        description="In their own language",
        language="en",
        kind="outcome",
        unit="percentage",
        codes=(Tag("iati-indicator-9", "4.5.1"), Tag("iati-indicator-99-XX-PUB", "K1")),
        values=(
            Value(Measure.BASELINE, "7", date(2019, 1, 1), date(2019, 12, 31), "A survey"),
            Value(Measure.BASELINE, "9", date(2019, 6, 1), date(2019, 6, 1), dimension="sex: female"),
            Value(Measure.TARGET, "40", start, end),
            Value(Measure.TARGET, "50", start, end, dimension="sex: female; location: VN-02"),
            Value(Measure.ACTUAL, "", start, end, "Schools were shut"),
        ),
        place="activity 1 (XX-1), result 1, indicator 1",
    )
    assert source.findings == []


def test_the_graph_holds_values_of_the_whole_as_plain_facts_and_parts_only_with_their_dimension(make: Make) -> None:
    source = make(RESULT % "")
    loaded = Loaded(source.name, source.sha256, source.read_on, iati.LOADER, tuple(iati.load(source)))
    store = ox.Store()
    for line in quads(loaded):
        store.load(line.encode(), ox.RdfFormat.N_QUADS)

    def values(predicate: str) -> set[str]:
        found = store.quads_for_pattern(None, ox.NamedNode(rg(predicate)), None)
        return {one.object.value for one in found if isinstance(one.object, ox.Literal)}

    assert (values("baseline"), values("target"), values("actual")) == ({"7"}, {"40"}, set())
    assert values("dimension") == {"sex: female", "sex: female; location: VN-02"}
    assert "Schools were shut" in values("comment")
    assert values("resultType") == {"outcome"}


def test_a_result_without_an_indicator_is_kept_for_what_it_says(make: Make) -> None:
    _, (indicator,) = read(make("<result type='1'><title><narrative>Teachers</narrative></title></result>"))
    assert (indicator.local, indicator.title, indicator.kind, indicator.values) == ("1", "Teachers", "output", ())


BAD_RESULTS = {
    "type: '7' is none of IATI's": RESULT.replace('type="2"', 'type="7"') % "",
    "measure: 'x' is none of IATI's": RESULT.replace('measure="2"', 'measure="x"') % "",
    "period-start: not a day: '2020-02-30'": RESULT.replace("2020-01-01", "2020-02-30") % "",
    "baseline: '20199' is no year": RESULT.replace('year="2019" value="7"', 'year="20199" value="7"') % "",
    "baseline: '99999999999' is no year": RESULT.replace('year="2019" value="7"', 'year="99999999999" value="7"') % "",
    "elements: 1 times <result/mood>": RESULT % "<indicator><title/><mood/></indicator>",
}


@pytest.mark.parametrize("reason", BAD_RESULTS)
def test_what_of_a_result_cannot_be_read_is_told_and_the_rest_kept(make: Make, reason: str) -> None:
    source = make(BAD_RESULTS[reason])
    _, found = read(source)
    assert found[0].title == "Children learn: Share of pupils"
    assert [one for one in reasons(source) if reason in one]


def test_policy_markers_keep_their_significance_and_their_publisher_s_name(make: Make) -> None:
    source = make(
        '<policy-marker code="1" significance="2"/><policy-marker vocabulary="1" code="2" significance="0"/>'
        '<policy-marker vocabulary="99" code="HC"><narrative>Health and care</narrative></policy-marker>'
        '<policy-marker code="3" significance="9"/><policy-marker vocabulary="1" significance="1"/>'
    )
    project, _ = read(source)
    assert project.policy_markers == (
        Tag("iati-policy-marker", "1/2"), Tag("iati-policy-marker", "2/0"),
        Code("iati-policy-marker-99-XX-PUB", "HC", name="Health and care"), Tag("iati-policy-marker", "3"),
    )  # fmt: skip
    assert [reason.partition(": ")[2] for reason in reasons(source)] == [
        "policy-marker: '9' is no significance of IATI's (0 to 4): not read",
        "a policy-marker of vocabulary 1 has no code",
    ]


def test_tags_of_every_vocabulary_are_kept_under_its_number(make: Make) -> None:
    told = (
        '<tag vocabulary="1" code="c_7644"/><tag vocabulary="4" code="TEI"/><tag vocabulary="2" code="4"/>'
        '<tag vocabulary="99" code="x"><narrative>Extra</narrative></tag><tag vocabulary="1" code=""/>'
    )
    source = make(told)
    project, _ = read(source)
    assert project.tags == (
        Tag("iati-tag-1", "c_7644"), Tag("iati-tag-4", "TEI"), Code("iati-tag-99-XX-PUB", "x", name="Extra"),
    )  # fmt: skip
    assert reasons(source) == ["activity 1 (XX-1): a tag of vocabulary 1 has no code"]


def test_relations_are_kept_by_their_kind_and_an_absent_child_is_known_by_its_identifier(make: Make) -> None:
    source = make(
        '<related-activity type="2" ref="XX-1-1"/><related-activity type="3" ref="XX-2"/><related-activity type="1" '
        'ref="XX-0"/><related-activity type="4" ref="YY-1"/><related-activity type="5" ref="ZZ-1"/>'
        '<related-activity type="7" ref="A"/><related-activity type="3" ref=""/>',
        'hierarchy="2"',
    )
    project, _ = read(source)
    assert (project.parent, project.children, project.hierarchy) == (ProjectKey("XX-0"), (ProjectKey("XX-1-1"),), 2)
    assert project.related == (
        (Kinship.SIBLING, ProjectKey("XX-2")), (Kinship.CO_FUNDED, ProjectKey("YY-1")),
        (Kinship.THIRD_PARTY, ProjectKey("ZZ-1")),
    )  # fmt: skip
    assert len(reasons(source)) == 2
    text = "".join(quads(Loaded("a", source.sha256, date(2026, 11, 24), iati.LOADER, (project,))))
    child = terms.project("XX-1-1")
    assert f"<{child}> <{rg('partOf')}> <{terms.project('XX-1')}>" in text
    assert f'<{child}> <{rg("identifier")}> "XX-1-1"' in text
    assert f"<{child}> <{terms.RDF}type>" not in text


@pytest.mark.parametrize("level", ["0", "first", "-1"])
def test_a_hierarchy_that_is_no_level_is_told(make: Make, level: str) -> None:
    source = make("", f'hierarchy="{level}"')
    assert read(source)[0].hierarchy is None
    assert reasons(source) == [f"activity 1 (XX-1): hierarchy: {level!r} is no level"]


def test_every_language_of_a_text_is_kept_under_its_own_name(make: Make) -> None:
    title = (
        '<narrative xml:lang="fr">Des écoles pour les enfants et pour les familles</narrative>'
        '<narrative xml:lang="en">Schools</narrative>'
    )
    told = '<description><narrative>For all</narrative><narrative xml:lang="es">Para todos</narrative></description>'
    project, _ = read(make(told, title=title))
    assert (project.title, project.description, project.language) == ("Schools", "For all", "en")
    assert project.translations == (
        Translation("fr", "Des écoles pour les enfants et pour les familles"),
        Translation("es", "", "Para todos"),
    )


def test_the_same_text_under_another_label_is_no_translation(make: Make) -> None:
    title = '<narrative xml:lang="en">Schools</narrative><narrative xml:lang="pt">Schools</narrative>'
    assert read(make("", title=title))[0].translations == ()


def items(shared_data: Path, name: str) -> dict[str, str]:
    tree = etree.parse(str(shared_data / "iati" / "codelists" / f"{name}.xml"))
    return {one.findtext("code") or "": one.findtext("name/narrative") or "" for one in tree.iter("codelist-item")}


def test_our_lists_of_results_and_policy_markers_are_iati_s(shared_data: Path) -> None:
    assert {code: name.casefold() for code, name in items(shared_data, "ResultType").items()} == KINDS
    assert items(shared_data, "PolicySignificance") == SIGNIFICANCE
    data = (ontology.root() / "vocab" / "iati-policy-markers.ttl").read_bytes()
    found = {
        str(quad.subject)[1:-1]: quad.object.value
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == SKOS + "prefLabel"
        and isinstance(quad.object, ox.Literal)
        and quad.object.language == "en"
    }
    policies = items(shared_data, "PolicyMarker")
    for code, name in policies.items():
        assert found[terms.concept("iati-policy-marker", code)] == name
        for significance in SIGNIFICANCE:
            assert found[terms.concept("iati-policy-marker", f"{code}/{significance}")].startswith(f"{name}: ")
    assert len(found) == len(policies) * (1 + len(SIGNIFICANCE))


def test_a_real_file_s_results_markers_and_relations_are_all_read(shared_data: Path) -> None:
    source = Source.of(shared_data / "iati" / "activities" / "dportal-covid-2021.xml")
    records: list[Record] = list(iati.load(source))
    tree = etree.fromstring(source.content())
    projects = [one for one in records if isinstance(one, Project)]
    indicators = [one for one in records if isinstance(one, Indicator)]
    values = Counter(value.measure.value for one in indicators for value in one.values)
    assert len(indicators) == len(list(tree.iter("indicator"))) == 128
    assert values == {name: len(list(tree.iter(name))) for name in ("baseline", "target", "actual")}
    assert sum(len(one.policy_markers) for one in projects) == len(list(tree.iter("policy-marker"))) == 851
    related = Counter(one.get("type") for one in tree.iter("related-activity"))
    assert sum(len(one.related) for one in projects) == related["3"]
    assert sum(len(one.children) for one in projects) == related["2"]
    assert not [one for one in source.findings if "elements" in one.place]
