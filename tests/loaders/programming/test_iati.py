"""IATI 2.x: every activity once, money by kind, goals and targets by code, and a reason for whatever is not read."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from graph import agencies
from graph.records import Basis, Money, Organisation, PassageKey, Project, ProjectKey, Record, StatedLink, Tag
from graph.source import Refused, Severity, Source
from loaders.identify import identify
from loaders.programming.iati import load as iati
from loaders.programming.iati.amounts import TRANSACTIONS
from loaders.programming.iati.organisations import ROLES

BASIC = """<iati-activity xml:lang="en" default-currency="USD">
<iati-identifier>XX-1</iati-identifier>
<reporting-org ref="XM-DAC-41122" type="40"><narrative>Children's agency</narrative></reporting-org>
<title><narrative>Schools that teach in the languages of minorities</narrative></title>
<participating-org role="4" ref="41122"><narrative>UNICEF Viet Nam</narrative></participating-org>
<recipient-country code="VN"/>
%s
</iati-activity>"""


PAID = """<transaction><transaction-type code="3"/><transaction-date iso-date="2020-02-02"/><value>%s</value>
</transaction>"""


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Source]:
    def made(*activities: str, version: str = 'version="2.03"', before: str = "", end: str = "") -> Source:
        path = tmp_path / "made.xml"
        body = "\n".join(activities)
        path.write_text(f"<?xml version='1.0'?>{before}<iati-activities {version}>{body}{end or '</iati-activities>'}")
        return Source.of(path)

    return made


def read(source: Source) -> list[Record]:
    return list(iati.load(source))


def one(source: Source) -> Project:
    (found,) = (record for record in read(source) if isinstance(record, Project))
    return found


def reasons(source: Source, severity: Severity = Severity.WARNING) -> list[str]:
    return [f"{found.place}: {found.reason}" for found in source.findings if found.severity == severity]


def test_an_activity_becomes_a_project_of_its_country_and_agency(make: Callable[..., Source]) -> None:
    source = make(BASIC % "")
    assert [loader.name for loader in identify(source)] == ["programming.iati"]
    project = one(source)
    assert (project.identifier, project.language) == ("XX-1", "en")
    assert (project.states, project.implementers, project.funders) == (("VNM",), ("UNICEF",), ())
    assert project.place == "activity 1 (XX-1)"
    assert source.findings == []


def test_one_agency_by_two_names_and_identifiers_is_one_organisation(make: Callable[..., Source]) -> None:
    found = [record for record in read(make(BASIC % "")) if isinstance(record, Organisation)]
    assert {one.name for one in found} == {"UNICEF"}
    assert {(one.reference, one.long_name, one.kind) for one in found} == {
        ("41122", "UNICEF Viet Nam", ""), ("XM-DAC-41122", "Children's agency", "Multilateral"),
    }  # fmt: skip


def test_each_role_is_kept_for_itself_and_only_who_implements_is_an_implementer(make: Callable[..., Source]) -> None:
    activity = BASIC.replace('role="4"', 'role="2"') % (
        '<participating-org role="1"><narrative>A ministry</narrative></participating-org>'
        '<participating-org role="3"><narrative>UNDP</narrative></participating-org>'
        '<participating-org role="9"><narrative>Somebody</narrative></participating-org>'
    )
    source = make(activity)
    project = one(source)
    assert (project.implementers, project.funders) == ((), ("A ministry",))
    assert (project.accountable, project.extending, project.reporters) == (("UNICEF",), ("UNDP",), ("UNICEF",))
    assert reasons(source, Severity.NOTE) == ["activity 1 (XX-1): no organisation is named as implementing it"]
    assert "'9' is no role of IATI's" in reasons(source)[0]


def test_actual_dates_win_over_planned_ones(make: Callable[..., Source]) -> None:
    dates = "".join(
        f'<activity-date type="{kind}" iso-date="{day}"/>'
        for kind, day in (("1", "2020-01-01"), ("2", "2020-02-02"), ("3", "2021-03-03"), ("4", "2021-02-30"))
    )
    source = make(BASIC % dates)
    project = one(source)
    assert (project.start, project.end) == (date(2020, 2, 2), date(2021, 3, 3))
    assert reasons(source) == ["activity 1 (XX-1): activity-date of type 4: not a day: '2021-02-30'"]


def test_goals_and_targets_come_from_tags_and_sectors_and_no_other_code_does(make: Callable[..., Source]) -> None:
    told = (
        '<tag vocabulary="2" code="4"/><tag vocabulary="3" code="4.A"/><tag vocabulary="99" code="11"/>'
        '<tag vocabulary="3" code="4.99"/><sector vocabulary="7" code="16"/><sector vocabulary="8" code="16.3"/>'
        '<sector code="15130"/><sector vocabulary="2" code="151"/><sector vocabulary="99" code="16"/>'
    )
    source = make(BASIC % told)
    project = one(source)
    assert project.sdgs == ("4", "4.a", "16", "16.3")
    assert project.sectors == (
        Tag("dac-sector", "15130"), Tag("dac-sector-category", "151"), Tag("iati-sector-99-XM-DAC-41122", "16"),
    )  # fmt: skip
    assert reasons(source) == ["activity 1 (XX-1): tag of vocabulary 3: no goal or target of the SDGs: '4.99'"]
    assert project.tags == (Tag("iati-tag-99-XM-DAC-41122", "11"),)


def test_countries_and_sectors_of_transactions_count_where_the_activity_has_none(make: Callable[..., Source]) -> None:
    inside = '<transaction><transaction-type code="3"/><transaction-date iso-date="2020-05-05"/>' \
        '<value>7</value><recipient-country code="MZ"/><sector code="11220"/></transaction>'  # fmt: skip
    project = one(make(BASIC.replace('<recipient-country code="VN"/>', "") % inside))
    assert (project.states, project.sectors) == (("MOZ",), (Tag("dac-sector", "11220"),))


def test_each_kind_of_money_stays_for_itself(make: Callable[..., Source]) -> None:
    money = (
        '<budget type="1"><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>'
        '<value currency="EUR" value-date="2020-01-01">1,000.50</value></budget>'
        '<budget type="2" status="2"><value>900</value></budget>'
        '<planned-disbursement type="1"><period-start iso-date="2020-06-01"/><value>5</value></planned-disbursement>'
        f"{PAID % -8}"
    )
    assert one(make(BASIC % money)).money == (
        Money("1000.50", "EUR", "budget", date(2020, 1, 1), date(2020, 12, 31)),
        Money("900", "USD", "revised budget, committed"),
        Money("5", "USD", "planned disbursement", date(2020, 6, 1)),
        Money("-8", "USD", "disbursement", date(2020, 2, 2)),
    )


@pytest.mark.parametrize(
    ("money", "reason"),
    [
        ("<budget><value>many</value></budget>", "not a number: 'many'"),
        ("<budget/>", "budget without an amount"),
        ('<budget type="7"><value>1</value></budget>', "type '7' or status '' is none"),
        ("<transaction/>", "'' is no transaction type"),
        ('<budget><value currency="dollars">1</value></budget>', "no ISO 4217 currency ('DOLLARS')"),
    ],
)
def test_money_that_cannot_be_read_is_a_finding(make: Callable[..., Source], money: str, reason: str) -> None:
    source = make(BASIC % money)
    assert one(source).money == ()
    assert [found for found in reasons(source) if reason in found]


def test_equal_transactions_are_told_for_the_graph_holds_one(make: Callable[..., Source]) -> None:
    source = make(BASIC % (PAID % 8 * 2))
    one(source)
    assert reasons(source) == [
        "activity 1 (XX-1): 2 amounts are equal (8 USD, disbursement of 2020-02-02): the graph holds one"
    ]


LANGUAGES = [  # activity's label, title, description, what is kept, whether it is doubted
    ("ES", "Support to the response of the towns", "It is for the poor and for those by the sea", "en", True),
    ("ES", "Apoyo a la respuesta de los municipios y las comunidades", "Para el pueblo y con el pueblo", "es", False),
    ("EN", "COVID-19 Response", "", "en", False),
    ("de", "Hilfe on und by the way of and to the with for", "", "de", False),
    ("", "Des écoles pour les enfants et pour les familles des villages", "", "fr", False),
    ("", "COVID-19", "", "und", False),
    ("not a language", "COVID-19", "", "und", False),
]


@pytest.mark.parametrize(("label", "title", "description", "kept", "doubted"), LANGUAGES)
def test_a_label_of_language_is_believed_unless_the_words_speak_against_it(
    make: Callable[..., Source], label: str, title: str, description: str, kept: str, doubted: bool
) -> None:
    activity = BASIC.replace('xml:lang="en"', f'xml:lang="{label}"' if label else "")
    activity = activity.replace("Schools that teach in the languages of minorities", title)
    source = make(activity % f"<description><narrative>{description}</narrative></description>")
    assert one(source).language == kept
    assert any("but it reads as" in note for note in reasons(source, Severity.NOTE)) is doubted


def test_english_is_taken_by_its_own_label_with_every_description_in_it(make: Callable[..., Source]) -> None:
    title = '<title><narrative xml:lang="fr">Des écoles</narrative><narrative xml:lang="EN">Schools</narrative></title>'
    told = (
        '<description type="1"><narrative>For children</narrative><narrative xml:lang="fr">Aux enfants</narrative>'
        '</description><description type="2"><narrative>That all read</narrative></description>'
    )
    activity = BASIC.replace(
        "<title><narrative>Schools that teach in the languages of minorities</narrative></title>", title
    )
    project = one(make(activity % told))
    assert (project.title, project.description, project.language) == ("Schools", "For children\nThat all read", "en")


def test_the_parent_is_the_related_activity_of_type_1(make: Callable[..., Source]) -> None:
    related = '<related-activity type="2" ref="XX-1-1"/><related-activity type="1" ref="XX-0"/>'
    assert one(make(BASIC % related)).parent == ProjectKey("XX-0")
    assert one(make(BASIC % '<related-activity type="1" ref="XX-1"/>')).parent is None
    source = make(BASIC % (related + '<related-activity type="1" ref="XX-9"/>'))
    assert one(source).parent == ProjectKey("XX-0")
    assert "several parents (XX-0, XX-9)" in reasons(source)[0]


def test_an_identifier_that_comes_twice_is_read_once_and_one_without_is_told(make: Callable[..., Source]) -> None:
    again = BASIC.replace("Schools", "Colleges") % ""
    source = make(BASIC % "", again, BASIC.replace("XX-1", " ") % "")
    assert one(source).title.startswith("Schools")
    assert [reason.split(":")[0] for reason in reasons(source)] == ["activity 2 (XX-1)", "activity 3"]


def test_what_is_not_of_the_standard_is_told_once_for_the_file(make: Callable[..., Source]) -> None:
    odd = '<x:note xmlns:x="http://example.org">a</x:note><result><title/></result><!-- a remark --><contact-info/>'
    source = make(BASIC % odd, BASIC.replace("XX-1", "XX-2") % odd)
    assert len(read(source)) > 2
    assert reasons(source) == ["elements: 2 times <{http://example.org}note>, which is not of IATI 2: not read"]
    assert reasons(source, Severity.NOTE) == []


def test_a_country_that_is_no_state_and_an_unknown_status_are_told(make: Callable[..., Source]) -> None:
    source = make(BASIC.replace('"VN"', '"XK"') % '<activity-status code="8"/>')
    assert (one(source).states, one(source).status) == ((), "")
    assert "no State has the code 'XK'" in reasons(source, Severity.NOTE)[0]
    assert "activity-status: '8'" in reasons(source)[0]


@pytest.mark.parametrize("version", ["", 'version="1.05"'])
def test_version_1_is_refused_with_advice(make: Callable[..., Source], version: str) -> None:
    with pytest.raises(Refused, match=r"only 2\.x is read; ask the publisher"):
        read(make(BASIC % "", version=version))


@pytest.mark.parametrize(
    "before", ["<!DOCTYPE iati-activities [<!ENTITY a 'b'>]>", "<!DOCTYPE x SYSTEM 'file:///etc/hosts'>"]
)
def test_entities_and_document_types_are_refused(make: Callable[..., Source], before: str) -> None:
    source = make(BASIC % "", before=before)
    assert [loader.name for loader in identify(source)] == ["programming.iati"]
    with pytest.raises(Refused, match="DTD or entities"):
        read(source)


def test_a_file_that_breaks_off_keeps_what_came_before_and_says_so(make: Callable[..., Source]) -> None:
    source = make(BASIC % "", end="<iati-activity><title>")
    assert one(source).identifier == "XX-1"
    assert "after activity 1: not well-formed XML" in reasons(source)[0]
    with pytest.raises(Refused):
        read(make(end="<iati-activity><title>"))


def test_other_xml_is_not_claimed(tmp_path: Path) -> None:
    for name, text in (("a.xml", "<other><iati-activities/></other>"), ("b.txt", "<iati-activities? no")):
        (tmp_path / name).write_text(text)
        assert not iati.recognise(Source.of(tmp_path / name))


@pytest.fixture(scope="module")
def covid(shared_data: Path) -> tuple[Source, list[Record]]:
    source = Source.of(shared_data / "iati" / "activities" / "dportal-covid-2021.xml")
    return source, read(source)


def test_a_real_file_gives_every_activity_once_with_its_targets_and_its_money(
    covid: tuple[Source, list[Record]],
) -> None:
    source, records = covid
    tree = etree.fromstring(source.content())
    projects = [record for record in records if isinstance(record, Project)]
    assert [project.identifier for project in projects] == [
        (told.findtext("iati-identifier") or "").strip() for told in tree.findall("iati-activity")
    ]
    assert len(projects) == 276
    assert sum("." in code for project in projects for code in project.sdgs) == 171
    assert sum(project.states == () for project in projects) == 78 + 3  # XK once, SH twice
    kinds = Counter(money.kind for project in projects for money in project.money)
    told = Counter(TRANSACTIONS.get(one.get("code") or "") for one in tree.iter("transaction-type"))
    assert told.pop(None) == 14  # their code is empty, and so is their value
    assert {kind: kinds[kind] for kind in TRANSACTIONS.values() if kinds[kind]} == dict(told)
    assert sum(count for kind, count in kinds.items() if "budget" in kind) == len(list(tree.iter("budget")))


def test_a_real_file_s_losses_are_all_told(covid: tuple[Source, list[Record]]) -> None:
    source, _ = covid
    kinds = Counter(found.reason.split(":")[0].split(" but ")[0] for found in source.findings)
    assert kinds["it names no country"] == 78
    assert kinds["recipient-country"] == 3
    assert kinds["no organisation is named as implementing it"] == 17
    assert kinds["transaction"] == 14
    assert sum("but it reads as 'en'" in found.reason for found in source.findings) == 7


def test_a_real_1_x_file_is_refused(shared_data: Path) -> None:
    source = Source.of(shared_data / "iati" / "activities" / "ocha-haiti-iati-1x.xml")
    with pytest.raises(Refused, match=r"1\.x"):
        read(source)


def codes(shared_data: Path, name: str) -> dict[str, str]:
    tree = etree.parse(str(shared_data / "iati" / "codelists" / f"{name}.xml"))
    return {item.findtext("code") or "": item.findtext("name/narrative") or "" for item in tree.iter("codelist-item")}


def test_our_code_lists_are_iati_s(shared_data: Path) -> None:
    assert {code: name.casefold() for code, name in codes(shared_data, "TransactionType").items()} == TRANSACTIONS
    assert {code: name.casefold() for code, name in codes(shared_data, "OrganisationRole").items()} == ROLES
    assert set(codes(shared_data, "ActivityStatus")) == set("123456")


def test_the_channel_codes_of_un_entities_are_those_of_their_names(shared_data: Path) -> None:
    told = codes(shared_data, "CRSChannelCode")
    named = {code: agencies.agency(name) for code, name in told.items() if agencies.agency(name)}
    assert len(named) > 40
    assert {code: agencies.agency(code) for code in named if code.startswith("41")} == {
        code: name for code, name in named.items() if code.startswith("41")
    }


OURS = 'vocabulary="99" vocabulary-uri="https://w3id.org/rightsgraph/vocab/recommendation"'


def test_a_tag_of_our_list_is_a_link_that_the_publisher_states(make: Callable[..., Source]) -> None:
    tag = f'<tag {OURS} code="A/HRC/12/11/para/99.78"><narrative>Minority languages</narrative></tag>'
    marker = f'<policy-marker {OURS} code="CRC/C/VNM/CO/3-4/para/69 (a)" significance="2"/>'
    other = '<tag vocabulary="99" vocabulary-uri="http://example.org/list" code="7"/>'
    source = make(BASIC % (tag + tag + marker + other))
    found = read(source)
    links = [one for one in found if isinstance(one, StatedLink)]
    assert [(one.object, one.basis, one.quote) for one in links] == [
        (PassageKey("A/HRC/12/11", "99.78"), Basis.CITED_IN_TEXT, "tag A/HRC/12/11/para/99.78: Minority languages"),
        (PassageKey("CRC/C/VNM/CO/3-4", "69 (a)"), Basis.CITED_IN_TEXT, "policy-marker CRC/C/VNM/CO/3-4/para/69 (a)"),
    ]
    assert {one.subject for one in links} == {ProjectKey("XX-1")}
    (project,) = (one for one in found if isinstance(one, Project))
    assert [tag.label for tag in project.tags] == ["7"]
    assert project.policy_markers == ()
    assert reasons(source) == []


def test_a_code_that_our_list_cannot_hold_is_told(make: Callable[..., Source]) -> None:
    source = make(BASIC % f'<tag {OURS} code="recommendation 7"/>')
    assert not [one for one in read(source) if isinstance(one, StatedLink)]
    assert reasons(source) == [
        "activity 1 (XX-1): tag of vocabulary 99: not a code of our list of recommendations, as "
        "A/HRC/12/11/para/99.78 is: 'recommendation 7'"
    ]


def test_a_marker_that_says_not_targeted_makes_no_link(make: Callable[..., Source]) -> None:
    source = make(BASIC % f'<policy-marker {OURS} code="A/HRC/12/11/para/99.78" significance="0"/>')
    assert not [one for one in read(source) if isinstance(one, StatedLink)]
    assert "not targeted" in reasons(source)[0]
