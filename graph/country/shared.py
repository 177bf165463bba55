"""Columns that several kinds of rows share."""

from typing import Final

from graph.country.column import Column, Form

STATE: Final = Column(
    "State", "État", "Estado", "The State, by its name or ISO code.", "rg:state", Form.STATE, "Viet Nam", True, True
)
OF_STATE: Final = Column(
    "State", "État", "Estado", "The State it belongs to; empty for none.", "rg:state", Form.STATE, "Viet Nam"
)
CYCLE: Final = Column(
    "Cycle", "Cycle", "Ciclo", "The cycle of the UPR: 1, 2, 3 or 4.", "rg:cycle", Form.WHOLE, "3", key=True
)
START: Final = Column(
    "Start", "Début", "Inicio", "Its first day: 2026-11-24 or 24/11/2026.", "rg:startDate", Form.DAY, "2024-07-01"
)
END: Final = Column(
    "End", "Fin", "Fin de la ejecución", "Its last day; empty while it lasts.", "rg:endDate", Form.DAY, "2026-12-31"
)
DEADLINE: Final = Column(
    "Deadline", "Échéance", "Plazo", "The day by which it is done.", "rg:deadline", Form.DAY, "2026-12-31"
)
ASKS: Final = Column(
    "Recommendation", "Recommandation", "Recomendación",
    "The recommendations meant, as symbol and paragraphs (a symbol holds until the next one), or their numbers alone "
    "where State and Cycle are told.",
    "rg:about", Form.ASKS, "A/HRC/41/7 38.12; 38.14; CERD/C/VNM/CO/10-14 12",
)  # fmt: skip
ADDRESS: Final = Column(
    "Link", "Lien", "Enlace", "Where it can be read or seen: an address that begins with http.", "foaf:page",
    Form.ADDRESS, "https://example.org/page",
)  # fmt: skip
DOCUMENT: Final = Column(
    "Document", "Document", "Documento", "The symbol of the UN document, if it has one.", "rg:document", Form.SYMBOL,
    "A/HRC/WG.6/32/VNM/1",
)  # fmt: skip
NOTE: Final = Column("Note", "Remarque", "Observación", "Anything else worth knowing.", "rdfs:comment")
SOURCE: Final = Column(
    "Source", "Source", "Fuente",
    "Who says so and where, and who wrote it here: a document and page, an address, a name. A row without it is read, "
    "but told.",
    "dcterms:source", example="Letter of 3 May 2026, noted by T. Lan",
)  # fmt: skip
AS_OF: Final = Column(
    "As of", "À la date du", "A fecha de", "The day on which the source said so; it may be out of date since.",
    "rg:asOf", Form.DAY, "2026-05-03",
)  # fmt: skip
LAST: Final = (NOTE, SOURCE, AS_OF)
"""At the end of every sheet."""
