"""The two templates of a country team, by their columns."""

from typing import Final

from graph.source import Source
from loaders.documents.template import Column, Template

LEVELS: Final = ("priority", "outcome", "output", "sub-output")
_STATE: Final = Column(
    "State", "État", "Estado", "The State, by its name or ISO code; several by semicolons.", "Mozambique", needed=True
)
_ASKS: Final = Column(
    "Recommendations", "Recommandations", "Recomendaciones",
    "The recommendations it serves, as symbol and paragraphs; a symbol holds until the next one.",
    "A/HRC/17/16 88.1; 88.4; CEDAW/C/MOZ/CO/2 23",
)  # fmt: skip
_DESCRIPTION: Final = Column("Description", "Description", "Descripción", "What is done, and for whom.")

PROJECTS: Final = Template(
    "projects",
    "Projects",
    (
        Column("Project no.", "N° du projet", "N.º de proyecto", "The number it goes by.", "MOZ-12", needed=True),
        Column("Title", "Titre", "Título", "Its title.", "Legal aid in every district", needed=True),
        Column(
            "Agency", "Agence", "Agencia", "Who carries it out; several by semicolons.", "UNDP; UNICEF", needed=True
        ),
        Column("Partners", "Partenaires", "Socios", "Who pays for it or takes part.", "Ministry of Justice"),
        Column("Start", "Début", "Inicio", "Its first day or year.", "2012"),
        Column("End", "Fin", "Fin de la ejecución", "Its last day or year.", "2015-12-31"),
        Column("Budget", "Budget", "Presupuesto", "An amount, without its currency.", "250000"),
        Column("Currency", "Devise", "Moneda", "The budget's currency, in three letters (ISO 4217).", "USD"),
        Column("Result", "Résultat", "Resultado", "The result it stands under: framework and code.", "MOZ/2012 HR.2"),
        Column("SDG", "ODD", "ODS", "Goals or targets it serves.", "16.3; 5"),
        _ASKS,
        _DESCRIPTION,
        _STATE,
    ),
)

FRAMEWORK: Final = Template(
    "results-framework",
    "Results framework",
    (
        Column("Framework", "Cadre", "Marco", "The framework's title.", "UNDAF", needed=True),
        Column("State", "État", "Estado", "The State, by its name or ISO code.", "Mozambique", needed=True),
        Column("Start", "Début", "Inicio", "The framework's first year.", "2012", needed=True),
        Column("End", "Fin", "Fin de la ejecución", "The framework's last year.", "2015"),
        Column("Level", "Niveau", "Nivel", "Where the result stands.", "output", needed=True, choices=LEVELS),
        Column("Code", "Code", "Código", "The result's code, of its own within the framework.", "HR.2", needed=True),
        Column("Title", "Titre", "Título", "What will be reached.", "Courts that all can reach", needed=True),
        Column("Parent code", "Code supérieur", "Código superior", "The code of the result above it.", "HR"),
        Column(
            "Indicator", "Indicateur", "Indicador",
            "What is measured. For another indicator of the same result, repeat its code and title in a new row.",
            "Districts with legal aid",
        ),
        Column("Baseline", "Valeur de référence", "Línea de base", "The value before.", "12 (2011)"),
        Column("Target", "Cible", "Meta", "The value aimed at.", "80"),
        _ASKS,
        _DESCRIPTION,
    ),
)  # fmt: skip
TEMPLATES: Final = (PROJECTS, FRAMEWORK)


def template(source: Source) -> Template | None:
    """Which template a table follows; None for neither."""
    return next((one for one in TEMPLATES if one.matches(source)), None)
