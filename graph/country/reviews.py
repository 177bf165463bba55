"""Sheets on a State's reviews, visits and days."""

from typing import Final

from graph.country.column import STEPS, Column, Form, Kind
from graph.country.shared import ADDRESS, ASKS, CYCLE, DOCUMENT, END, LAST, OF_STATE, START, STATE

_MANDATE: Final = Column(
    "Mandate", "Mandat", "Mandato", "The special procedure, by its notation or title.", "rg:mechanism",
    Form.MECHANISM, "SR Minority issues", True, True,
)  # fmt: skip
_ITS_CYCLE: Final = Column(
    "Cycle", "Cycle", "Ciclo", "The cycle of the UPR: 1, 2, 3 or 4.", "rg:cycle", Form.WHOLE, "3", True, True
)

REVIEWS: Final = Kind(
    "Reviews", "reviews", "Review", "One review of the State in one cycle of the UPR.",
    (
        STATE,
        _ITS_CYCLE,
        Column("Session", "Session", "Período de sesiones", "The session of the Working Group.", "rg:session",
               Form.WHOLE, "32"),
        Column("Review date", "Date de l'examen", "Fecha del examen", "The day of the dialogue.", "rg:reviewDate",
               Form.DAY, "2019-01-22"),
        Column("Troika", "Troïka", "Troika", "The three rapporteur States.", "rg:troika", Form.STATES,
               "Bahrain; Mexico; Slovakia"),
        Column("Council session", "Session du Conseil", "Sesión del Consejo",
               "The session of the Human Rights Council that adopted the outcome.", "rg:councilSession", Form.WHOLE,
               "41"),
        Column("Adopted", "Adopté le", "Aprobado el", "The day on which the Council adopted the outcome.",
               "rg:adoptedOn", Form.DAY, "2019-07-04"),
        Column("Decision", "Décision", "Decisión", "The symbol of the Council's decision.", "rg:decision",
               Form.SYMBOL, "A/HRC/DEC/41/101"),
        *LAST,
    ),
)  # fmt: skip

ROLES: Final = Kind(
    "Review roles", "review-roles", "Participation", "Which State took part in a review, and as what.",
    (
        STATE,
        _ITS_CYCLE,
        Column("Participant", "Participant", "Participante", "The State that took part.", "rg:participant", Form.STATE,
               "Philippines", True, True),
        Column("Role", "Rôle", "Función", "As what it took part.", "rg:reviewRole", Form.CHOICE, "recommending", True,
               True, "review-role"),
        *LAST,
    ),
    ("Participant", "Role", "State", "Cycle"),
)  # fmt: skip

VISITS: Final = Kind(
    "Visits", "visits", "VisitNotice", "One step towards a visit of a special procedure: a request, an acceptance …",
    (
        STATE,
        _MANDATE,
        Column("Step", "Étape", "Etapa", "What happened.", "rg:visitStep", Form.CHOICE, "done", True, True, STEPS),
        Column("When", "Quand", "Cuándo", "The day or first day, month or year.", "rg:when", Form.MOMENT, "2010-07-05",
               key=True),
        Column("Last day", "Dernier jour", "Último día", "The last day of a visit that took place.", "rg:endDate",
               Form.DAY, "2010-07-15"),
        Column("Person", "Personne", "Persona", "Who held the mandate.", "rg:personName", Form.TEXT, "A. Person"),
        Column("Report", "Rapport", "Informe", "The symbol of the report.", "rg:report", Form.SYMBOL,
               "A/HRC/16/45/Add.2"),
        Column("Words", "Termes", "Texto", "What the source says, word for word.", "rg:quote"),
        *LAST,
    ),
    ("Mandate", "State", "Step", "When"),
)  # fmt: skip

INVITATIONS: Final = Kind(
    "Standing invitations", "standing-invitations", "StandingInvitation",
    "The State's open invitation to every thematic special procedure.",
    (
        STATE,
        Column("Since", "Depuis", "Desde", "The day, month or year.", "rg:when", Form.MOMENT, "2019-05", True),
        *LAST,
    ),
)  # fmt: skip

DATES: Final = Kind(
    "Calendar", "calendar", "CalendarEntry", "A day that a source states: a deadline, a session, a report that is due.",
    (
        STATE,
        Column("What", "Objet", "Asunto", "What falls on the day.", "rg:calendarKind", Form.CHOICE,
               "submissions due", True, True, "calendar-kind"),
        Column("Mechanism", "Mécanisme", "Mecanismo", "Before which mechanism; empty for the UPR.", "rg:mechanism",
               Form.MECHANISM, "CERD", key=True),
        CYCLE,
        Column("Day", "Jour", "Día", "The day, or the first one.", "dcterms:date", Form.DAY, "2026-10-09", True, True),
        Column("Last day", "Dernier jour", "Último día", "The last one, if there are several.", "rg:endDate", Form.DAY,
               "2026-10-09"),
        ADDRESS,
        *LAST,
    ),
    ("What", "Mechanism", "State", "Day"),
)  # fmt: skip

EVENTS: Final = Kind(
    "Events", "events", "Event", "A consultation, a training, a screening, a meeting: what was held, by and for whom.",
    (
        OF_STATE,
        Column("Title", "Titre", "Título", "What it is called.", "dcterms:title", Form.TEXT, "Screening in Da Nang",
               True, True),
        Column("Kind", "Type", "Tipo", "What kind of event.", "rg:eventKind", Form.CHOICE, "screening", True,
               of="event-kind"),
        Column("First day", "Premier jour", "Primer día", "The day, or the first one.", "rg:startDate", Form.DAY,
               "2024-05-07", True, True),
        Column("Last day", "Dernier jour", "Último día", "The last one, if there are several.", "rg:endDate", Form.DAY,
               "2024-05-07"),
        CYCLE,
        Column("Organisers", "Organisateurs", "Organizadores", "Who held it; several by semicolons.", "rg:organiser",
               Form.BODIES, "UN country team"),
        Column("Participants", "Participants", "Participantes", "Who took part; several by semicolons.",
               "rg:attendedBy", Form.BODIES, "Union of Example"),
        ASKS,
        Column("Outcome", "Résultat", "Resultado", "What came of it.", "rg:description"),
        ADDRESS,
        *LAST,
    ),
)  # fmt: skip

REFERENCES: Final = Kind(
    "Plans and assessments", "plans-and-assessments", "Reference",
    "A national plan, an analysis, an evaluation or another paper to know.",
    (
        OF_STATE,
        Column("Title", "Titre", "Título", "Its title.", "dcterms:title", Form.TEXT, "National Human Rights Plan",
               True, True),
        Column("Kind", "Type", "Tipo", "What kind of paper.", "rg:referenceKind", Form.CHOICE, "national action plan",
               True, of="reference-kind"),
        Column("Publisher", "Éditeur", "Editor", "Who published it.", "dcterms:publisher", Form.BODY,
               "Ministry of Example"),
        Column("Published", "Publié le", "Publicado el", "The day, month or year.", "rg:when", Form.MOMENT, "2019",
               key=True),
        START,
        END,
        DOCUMENT,
        ADDRESS,
        Column("Official", "Officiel", "Oficial", "Whether a State or the UN publishes it.", "rg:official", Form.TRUTH,
               "yes"),
        ASKS,
        CYCLE,
        *LAST,
    ),
)  # fmt: skip
