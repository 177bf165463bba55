"""The two templates of national follow-up, by their columns."""

from typing import Final

from loaders.documents.template import Column, Template

_ASK: Final = Column(
    "Recommendation", "Recommandation", "Recomendación",
    "The recommendations meant, as symbol and paragraphs (a symbol holds until the next one), or their numbers alone "
    "where State and Cycle are told.",
    "A/HRC/28/15 115.22; 115.23; CEDAW/C/SVN/CO/5-6 20", needed=True,
)  # fmt: skip
_STATE: Final = Column("State", "État", "Estado", "The State, by its name or ISO code.", "Slovenia")
_CYCLE: Final = Column(
    "Cycle", "Cycle", "Ciclo", "The UPR cycle of the numbers without a symbol: 1, 2, 3 or 4.", "2",
    choices=("1", "2", "3", "4"),
)  # fmt: skip

ACTION_PLAN: Final = Template(
    "action-plan",
    "Action plan",
    (
        Column("Plan", "Plan", "Plan", "The plan's title; without it the plan is called after its file.", "Plan 2025"),
        Column("Plan start", "Début du plan", "Inicio del plan", "The plan's first day or year.", "2025"),
        Column("Plan end", "Fin du plan", "Fin del plan", "The plan's last day or year.", "2028"),
        _STATE,
        Column("No.", "N°", "N.º", "The action's number in the plan.", "3.1"),
        _ASK,
        _CYCLE,
        Column("Action", "Action", "Acción", "What will be done.", "Train judges on asylum law", needed=True),
        Column("Description", "Description", "Descripción", "How, and for whom."),
        Column(
            "Responsible", "Responsable", "Entidad responsable", "Who answers for it; several by semicolons.",
            "Ministry of Justice", needed=True,
        ),
        Column("Partners", "Partenaires", "Socios", "Who works with them; several by semicolons.", "UNHCR; Bar"),
        Column("Start", "Début", "Inicio", "Its first day or year.", "2025-03-01"),
        Column("Deadline", "Échéance", "Plazo", "The day or year by which it is done.", "2026"),
        Column(
            "Indicator", "Indicateur", "Indicador",
            "What is measured. For another indicator, repeat the action and its number in a new row.",
            "Judges trained",
        ),
        Column("Unit", "Unité", "Unidad", "What the indicator counts in.", "persons"),
        Column("Baseline", "Valeur de référence", "Línea de base", "The value before.", "0"),
        Column("Target", "Cible", "Meta", "The value aimed at.", "120"),
        Column("Actual", "Valeur atteinte", "Valor alcanzado", "The value reached.", "35"),
        Column(
            "Means of verification", "Moyen de vérification", "Medio de verificación", "Where values come from.",
            "Training register",
        ),
        Column("Cost", "Coût", "Costo", "An amount, without its currency.", "40000"),
        Column("Currency", "Devise", "Moneda", "The cost's currency, in three letters (ISO 4217).", "EUR"),
        Column(
            "Status", "État d'avancement", "Grado de avance", "How far it is, in your own words.", "under way",
            choices=("not started", "under way", "completed", "discontinued"),
        ),
        Column("Evidence", "Preuve", "Evidencia", "What shows it: a document, a figure, an address.", "Report of 2026"),
    ),
)  # fmt: skip

ASSESSMENTS: Final = Template(
    "assessments",
    "Assessments",
    (
        _ASK,
        _STATE,
        _CYCLE,
        Column("Assessor", "Évaluateur", "Evaluador", "Who says so.", "Human Rights Ombudsman", needed=True),
        Column("Scale", "Échelle", "Escala", "The scale used, by its name.", "implementation-status"),
        Column(
            "Value", "Valeur", "Valor", "The grade or status on that scale, as given.", "partly implemented",
            choices=("not implemented", "partly implemented", "fully implemented"),
        ),
        Column("Words", "Termes", "Texto", "What is said, word for word.", "Training has begun in two courts."),
        Column("Date", "Date", "Fecha", "The day it is said.", "2026-05-04"),
        Column("Document", "Document", "Documento", "The symbol of the document that says so.", "CEDAW/C/SVN/CO/7"),
        Column("Paragraph", "Paragraphe", "Párrafo", "Where in that document.", "12 (b)"),
        Column("Evidence", "Preuve", "Evidencia", "What it rests on.", "Annual report 2025, page 31"),
        Column(
            "Official", "Officiel", "Oficial",
            "Whether the assessor speaks for a State or the UN; left empty: yes for a State or a mechanism, no else.",
            "no", choices=("yes", "no"),
        ),
    ),
)  # fmt: skip
TEMPLATES: Final = (ACTION_PLAN, ASSESSMENTS)
