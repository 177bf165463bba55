"""The example's Working Group reports: facts of the documents named, told in our own words.

Facts from A/HRC/12/11 (Viet Nam, 2009), A/HRC/8/34 (Argentina, 2008) and A/HRC/17/16 (Mozambique, 2011): symbols,
dates, troikas, paragraph numbers, recommending States, and what each recommendation is about.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asks:
    """A lead paragraph and the recommendations under it: number → our words with the recommending States."""

    paragraph: str
    lead: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One report: what its title page and introduction tell, and its lists."""

    file: str
    symbol: str
    issued: str
    council_session: str
    state: str
    introduction: tuple[str, ...]
    lists: tuple[Asks, ...]


VIET_NAM = Paper(
    file="viet-nam/A-HRC-12-11.pdf",
    symbol="A/HRC/12/11",
    issued="5 October 2009",
    council_session="Twelfth session",
    state="Viet Nam",
    introduction=(
        "The Working Group on the Universal Periodic Review held its fifth session from 4 to 15 May 2009. "
        "The review of Viet Nam was held on 8 May 2009; this report was adopted on 12 May 2009.",
        "The group of rapporteurs (troika) for the review of Viet Nam: Burkina Faso, Canada and Japan.",
    ),
    lists=(
        Asks(
            "99",
            "Viet Nam has examined the recommendations made in the dialogue; those listed below enjoy the support "
            "of Viet Nam:",
            (
                (
                    "77.",
                    "Put the difficulties of minority groups first, above all those of their pupils and "
                    "students (Pakistan);",
                ),
                (
                    "78.",
                    "Let the languages of ethnic minorities be heard more, in classrooms and in press and "
                    "broadcasting (Philippines);",
                ),
                (
                    "79.",
                    "Do more so that children of minorities reach school, and keep their own languages and "
                    "customs alive there (Morocco);",
                ),
            ),
        ),
    ),
)

ARGENTINA = Paper(
    file="argentina/A-HRC-8-34.pdf",
    symbol="A/HRC/8/34",
    issued="13 May 2008",
    council_session="Eighth session",
    state="Argentina",
    introduction=(
        "The Working Group on the Universal Periodic Review held its first session from 7 to 18 April 2008. "
        "The review of Argentina was held on 16 April 2008; this report was adopted on 18 April 2008.",
        "The group of rapporteurs (troika) for the review of Argentina: Ukraine, Cuba and Cameroon.",
    ),
    lists=(
        Asks(
            "64",
            "Argentina has examined the recommendations made in the dialogue; those listed below enjoy the support "
            "of Argentina:",
            (
                (
                    "2.",
                    "Go further against every kind of discrimination that women, children, minorities and "
                    "indigenous peoples meet (United Kingdom, Mexico);",
                ),
                (
                    "6.",
                    "Set up the national mechanism that the Optional Protocol to the Convention against Torture "
                    "provides for (Netherlands);",
                ),
                (
                    "8.",
                    "Make prisons fit to live in and less crowded; shorten long detention before trial, and find "
                    "other measures for pregnant women and small children (Slovenia, Germany, Canada);",
                ),
                ("11.", "Appoint the Ombudsperson for children (Mexico);"),
                (
                    "15.",
                    "Do more for the rights of indigenous peoples, so that they have a place in the civil "
                    "service and public institutions (Republic of Korea);",
                ),
                (
                    "18.",
                    "Look at the follow-up of the review through the eyes of women and men alike, as a rule "
                    "(Slovenia);",
                ),
                ("20.", "Plan to take the outcome of the review into the National Human Rights Plan (Mexico);"),
            ),
        ),
    ),
)

MOZAMBIQUE = Paper(
    file="mozambique/A-HRC-17-16.pdf",
    symbol="A/HRC/17/16",
    issued="28 March 2011",
    council_session="Seventeenth session",
    state="Mozambique",
    introduction=(
        "The Working Group on the Universal Periodic Review held its tenth session from 24 January to "
        "4 February 2011. The review of Mozambique was held on 1 February 2011; this report was adopted on "
        "4 February 2011.",
        "The group of rapporteurs (troika) for the review of Mozambique: Poland, Bangladesh and Uganda.",
    ),
    lists=(
        Asks(
            "88",
            "Mozambique has examined the recommendations made in the dialogue; those listed below enjoy its support:",
            (
                ("88.10.", "Approve the national plan of action on human rights without delay (Ireland);"),
                (
                    "88.12.",
                    "Close the consultations on who sits on the National Commission for Human Rights, and "
                    "let the Commission begin its work (United Kingdom);",
                ),
            ),
        ),
        Asks(
            "89",
            "The following recommendations enjoy the support of Mozambique, which considers that they are already "
            "implemented or in the process of implementation:",
            (
                ("89.43.", "Go on with the reform of the courts (Morocco);"),
                (
                    "89.45.",
                    "Reform justice so that it works, and see that people who cannot pay get a lawyer for "
                    "nothing (Slovakia);",
                ),
                (
                    "89.47.",
                    "See that the police know, are trained and are equipped to do their work as the "
                    "country's human rights obligations require (Canada);",
                ),
            ),
        ),
        Asks(
            "90",
            "The following recommendations will be examined by Mozambique, which will respond in due time, but no "
            "later than the seventeenth session of the Human Rights Council in June 2011:",
            (
                ("90.10.", "Carry out the national plan of action on human rights (Russian Federation);"),
                (
                    "90.26.",
                    "Plan for more bilingual education, in the mother tongue, in the first years of primary "
                    "school (Finland);",
                ),
            ),
        ),
    ),
)

PAPERS = (VIET_NAM, ARGENTINA, MOZAMBIQUE)
