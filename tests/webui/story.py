"""A small country story as records: what the viewer's tests are shown. Sentences are our own."""

from datetime import date

from graph import terms
from graph.records import (
    Assessment,
    Basis,
    Document,
    DocumentKind,
    Framework,
    Level,
    Money,
    Passage,
    PassageKey,
    PassageKind,
    Position,
    PositionStated,
    Project,
    ProjectKey,
    Record,
    Relation,
    Result,
    ResultKey,
    Review,
    StatedLink,
    Tag,
    Triple,
    Visit,
)
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.source import Loaded, Loader

REPORT = "A/HRC/12/11"
ADDENDUM = "A/HRC/12/11/Add.1"
VISIT = "A/HRC/16/45/Add.2"
CERD = "CERD/C/VNM/CO/10-14"
COMPILATION = "A/HRC/WG.6/18/VNM/2"
FRAMEWORK = "VNM/2012"

_RECOMMENDATIONS = (
    ("78", "PHL", "Let minority languages be heard more in schools and in the press", Position.SUPPORTED),
    (
        "79",
        "MAR",
        "Help children of minorities reach school and keep their own languages there",
        Position.SUPPORTED,
    ),
    ("80", "MEX", "Give every child of a minority bilingual education in the mother tongue", Position.NOTED),
    ("81", "SWE", "Change the press law so that journalists work without fear", Position.NOTED),
    ("82", "CAN", "Train judges on the rights of persons with disabilities", Position.PARTLY_SUPPORTED),
)


def loader(name: str, *, official: bool = True) -> Loader:
    return Loader(
        name=name,
        title=name,
        publisher="United Nations",
        licence="see the publisher",
        recognise=lambda _: True,
        load=lambda _: (),
        official=official,
    )


def loaded(name: str, *records: Record, official: bool = True) -> Loaded:
    checksum = name.encode().hex().ljust(64, "0")
    return Loaded(name, checksum, date(2026, 1, 1), loader(name, official=official), records)


def story() -> list[Loaded]:
    return [
        loaded("report.pdf", *report()),
        loaded("addendum.pdf", *addendum()),
        loaded("uhri.json", *observations()),
        loaded("compilation.pdf", *compilation()),
        loaded("programmes.csv", *programmes(), official=False),
        loaded("group.ttl", *group()),
    ]


def group() -> list[Record]:
    """A group that is there whatever the linker finds."""
    it = terms.thing("group", "VNM", "story")
    members = [terms.passage(REPORT, "99.78"), terms.passage(VISIT, "85"), terms.passage(CERD, "12")]
    facts = [
        (terms.RDF + "type", f"<{terms.rg('Group')}>"),
        (terms.RDFS + "label", '"bilingual education"@en'),
        (terms.rg("state"), f"<{terms.state('VNM')}>"),
        (terms.rg("familyCount"), f'"3"^^<{terms.XSD}integer>'),
        (terms.rg("memberCount"), f'"3"^^<{terms.XSD}integer>'),
        (terms.rg("strength"), f'"0.9"^^<{terms.XSD}decimal>'),
        *((terms.rg("member"), f"<{member}>") for member in members),
    ]
    return [Triple(subject=it, predicate=name, object=value, place="line 1") for name, value in facts]


def decisions() -> Decisions:
    """A person added one link and rejected another."""
    made = (
        ("add", terms.passage(REPORT, "99.82"), Relation.REINFORCES, terms.passage(CERD, "12"), "read both"),
        (
            "reject",
            terms.project("VNM-1"),
            Relation.CONTRIBUTES_TO,
            terms.passage(REPORT, "99.79"),
            "ended before",
        ),
    )
    return Decisions(
        tuple(
            Decision(
                day=date(2026, 1, 2),
                who="A. Reader",
                decision=decision,
                subject=subject,
                relation=relation,
                object=object_,
                why=why,
            )
            for decision, subject, relation, object_, why in made
        )
    )


def report() -> list[Record]:
    records: list[Record] = [
        Document(
            symbol=REPORT,
            kind=DocumentKind.WORKING_GROUP_REPORT,
            title="Report of the Working Group: Viet Nam",
            state="VNM",
            cycle=1,
            issued=date(2009, 10, 5),
            place="page 1",
        ),
        Review(state="VNM", cycle=1, session=5, day=date(2009, 5, 8), troika=("BFA", "CAN", "JPN"), place="page 2"),
    ]
    for number, who, text, position in _RECOMMENDATIONS:
        first = Position.PENDING if position is Position.PARTLY_SUPPORTED else position
        records += [
            Passage(
                symbol=REPORT,
                paragraph=f"99.{number}",
                kind=PassageKind.RECOMMENDATION,
                mechanism="UPR",
                state="VNM",
                text=text,
                recommending_states=(who,),
                tags=(Tag("upr-info-issue", "Minorities"),) if number < "81" else (),
                sdgs=("4.5",) if number < "81" else (),
                action_category=5,
                place="page 20",
                cycle=1,
            ),
            PositionStated(
                about=PassageKey(REPORT, f"99.{number}"),
                position=first,
                document=REPORT,
                paragraph="99",
                words="enjoys the support of" if first is Position.SUPPORTED else "",
                place="page 20",
            ),
        ]
    return records


def addendum() -> list[Record]:
    return [
        Document(
            symbol=ADDENDUM,
            kind=DocumentKind.ADDENDUM,
            title="Views of the State",
            state="VNM",
            cycle=1,
            issued=date(2009, 12, 1),
            place="page 1",
        ),
        PositionStated(
            about=PassageKey(REPORT, "99.82"),
            position=Position.PARTLY_SUPPORTED,
            document=ADDENDUM,
            paragraph="7",
            words="accepted in part",
            remark="judges are trained already",
            place="page 3",
        ),
        Assessment(
            about=PassageKey(REPORT, "99.82"),
            assessor="An NGO of judges",
            scheme="traffic light",
            value="yellow",
            words="Half of the judges were trained.",
            official=False,
            place="page 4",
        ),
    ]


def observations() -> list[Record]:
    asks = (
        (VISIT, "85", "SR Minorities", "Children of minorities should be taught in their minority languages"),
        (VISIT, "87", "SR Minorities", "Extend bilingual education in the mother tongue to more schools"),
        (CERD, "12", "CERD", "Give children of minorities more lessons in minority languages at school"),
    )
    passages = [
        Passage(
            symbol=symbol,
            paragraph=paragraph,
            kind=PassageKind.OBSERVATION,
            state="VNM",
            mechanism=mechanism,
            text=text,
            tags=(Tag("uhri-person", "Minorities"),),
            sdgs=("4.5",),
            place=f"record {number}",
        )
        for number, (symbol, paragraph, mechanism, text) in enumerate(asks, start=1)
    ]
    visit = Visit(
        state="VNM",
        mandate="SR Minorities",
        start=date(2010, 7, 5),
        end=date(2010, 7, 15),
        report=VISIT,
        place="record 1",
    )
    return [visit, *passages]


def compilation() -> list[Record]:
    sentence = PassageKey(COMPILATION, "12")
    return [
        Document(symbol=COMPILATION, kind=DocumentKind.COMPILATION, state="VNM", cycle=2, place="page 1"),
        Passage(
            symbol=COMPILATION,
            paragraph="12",
            kind=PassageKind.STATEMENT,
            state="VNM",
            text="Two mechanisms asked for lessons in the languages of minorities.",
            section="Right to education",
            place="page 6",
        ),
        StatedLink(
            subject=sentence,
            relation=Relation.CITES,
            object=PassageKey(CERD, "12"),
            basis=Basis.OHCHR_ENDNOTE,
            quote="CERD/C/VNM/CO/10-14, para. 12.",
            place="endnote 31",
        ),
        StatedLink(
            subject=sentence,
            relation=Relation.GROUPED_WITH,
            object=PassageKey(REPORT, "99.78"),
            basis=Basis.OHCHR_ENDNOTE,
            quote="For relevant recommendations, see A/HRC/12/11, paras. 99.78",
            place="endnote 30",
        ),
    ]


def programmes() -> list[Record]:
    outcome = ResultKey(FRAMEWORK, "outcome-2")
    return [
        Framework(identifier=FRAMEWORK, states=("VNM",), title="One Plan", start=date(2012, 1, 1), place="row 1"),
        Result(
            key=outcome,
            level=Level.OUTCOME,
            title="Children of minorities stay in school",
            code="2",
            place="row 2",
        ),
        Project(
            identifier="VNM-1",
            title="Mother tongue bilingual education for minority children",
            description="Pilot schools teach children of minorities in their own languages",
            states=("VNM",),
            implementers=("UNICEF",),
            funders=("Norway",),
            result=outcome,
            start=date(2008, 1, 1),
            sdgs=("4.5",),
            money=(Money(amount="120000", currency="USD", kind="budget"),),
            place="row 3",
        ),
        Project(
            identifier="VNM-2",
            title="Clean water in coastal towns",
            states=("VNM",),
            implementers=("UNDP",),
            place="row 4",
        ),
        StatedLink(
            subject=ProjectKey("VNM-1"),
            relation=Relation.CONTRIBUTES_TO,
            object=PassageKey(REPORT, "99.79"),
            basis=Basis.CITED_IN_TEXT,
            quote="A/HRC/12/11 99.79",
            place="row 3",
        ),
    ]
