"""Sheets on organisations, persons, and what they are asked to do."""

from typing import Final

from graph.country.column import Column, Form, Kind
from graph.country.shared import ADDRESS, ASKS, CYCLE, DEADLINE, DOCUMENT, END, LAST, OF_STATE, START, STATE

_BODY: Final = Column(
    "Body", "Organe", "Órgano", "The body, by its name.", "org:organization", Form.BODY, "National UPR Committee", True,
    True,
)  # fmt: skip
_STATUS: Final = ("Status", "État d'avancement", "Grado de avance", "How far it is.")

ORGANISATIONS: Final = Kind(
    "Organisations", "organisations", "Organisation",
    "A ministry, a national institution or mechanism, an organisation of civil society, a UN entity …",
    (
        Column("Name", "Nom", "Nombre", "Its name, as it is used in all sheets.", "rdfs:label", Form.TEXT,
               "National UPR Committee", True, True),
        Column("Kind", "Type", "Tipo", "What kind of body.", "rg:organisationKind", Form.CHOICE,
               "national mechanism", True, of="organisation-kind"),
        OF_STATE,
        Column("Other names", "Autres noms", "Otros nombres", "Short names, names in other languages.",
               "skos:altLabel", Form.TEXTS, "NUC; Comité national"),
        Column("Part of", "Fait partie de", "Forma parte de", "The body it belongs to.", "org:subOrganizationOf",
               Form.BODY, "Ministry of Example"),
        Column("Work", "Travaux", "Trabajo", "Its mandate, duties or work plan.", "rg:description"),
        Column("Website", "Site web", "Sitio web", "Its address, which begins with http.", "foaf:homepage",
               Form.ADDRESS, "https://example.org/"),
        START,
        END,
        *LAST,
    ),
)  # fmt: skip

MEMBERS: Final = Kind(
    "Members", "members", "Seat", "Which organisation belongs to a body: a mechanism, a group, a joint submission.",
    (
        _BODY,
        Column("Member", "Membre", "Miembro", "The organisation that belongs to it.", "org:member", Form.BODY,
               "Ministry of Example", True, True),
        Column("Role", "Rôle", "Función", "Its role in the body.", "org:role", Form.CHOICE, "chair", False, True,
               "body-role"),
        Column("Duties", "Tâches", "Tareas", "What it does there.", "rg:description"),
        OF_STATE,
        START,
        END,
        *LAST,
    ),
    ("Member", "Role", "Body"),
)  # fmt: skip

PEOPLE: Final = Kind(
    "People", "people", "Post",
    "Who holds a function, from when to when. What stands here is seen by all who see the graph: no private addresses.",
    (
        Column("Person", "Personne", "Persona", "The name; or the office, where no name should be shown.",
               "rg:personName", Form.TEXT, "A. Person", True, True),
        Column("Function", "Fonction", "Cargo", "What the person does.", "rg:function", Form.CHOICE,
               "human rights adviser", True, True, "person-function"),
        Column("Organisation", "Organisation", "Organización", "For which organisation.", "org:organization",
               Form.BODY, "OHCHR", key=True),
        Column("Mandate", "Mandat", "Mandato", "For a mandate holder: which special procedure.", "rg:mechanism",
               Form.MECHANISM, "SR Minority issues", key=True),
        OF_STATE,
        Column("Contact", "Contact", "Contacto", "An address or number of the office.", "rg:contact", Form.TEXT,
               "office@example.org"),
        Column("Start", "Début", "Inicio", "The first day in it.", "rg:startDate", Form.DAY, "2024-07-01", key=True),
        END,
        *LAST,
    ),
    ("Person", "Function", "Organisation", "Mandate"),
)  # fmt: skip

ACCREDITATIONS: Final = Kind(
    "NHRI accreditation", "nhri-accreditation", "Accreditation",
    "The status of a national human rights institution from one day to another. A change of status is a new row.",
    (
        Column("Institution", "Institution", "Institución", "The institution, by its name.", "rg:institution",
               Form.BODY, "Ombudsperson of Example", True, True),
        STATE,
        Column("Status", "Statut", "Estatus", "A, B, or another word of the list.", "rg:accreditationStatus",
               Form.CHOICE, "A", True, of="accreditation-status"),
        Column("From", "À partir du", "Desde", "The day on which it was given.", "rg:startDate", Form.DAY,
               "2018-10-19", True, True),
        Column("Until", "Jusqu'au", "Hasta", "The day before the next status.", "rg:endDate", Form.DAY, "2023-10-20"),
        Column("Given by", "Accordé par", "Otorgado por", "Who gave it.", "rg:accreditedBy", Form.BODY, "GANHRI"),
        DOCUMENT,
        *LAST,
    ),
    ("Institution", "Status", "From"),
)  # fmt: skip

CAPACITIES: Final = Kind(
    "Mechanism capacities", "mechanism-capacities", "Capacity",
    "What a national mechanism has of the four capacities: engagement, coordination, consultation, information.",
    (
        Column("Mechanism", "Mécanisme", "Mecanismo", "The national mechanism, by its name.", "rg:institution",
               Form.BODY, "National UPR Committee", True, True),
        OF_STATE,
        Column("Capacity", "Capacité", "Capacidad", "Which of the four.", "rg:followUpCapacity", Form.CHOICE,
               "coordination", True, True, "follow-up-capacity"),
        Column("In place", "En place", "Existente", "What there is.", "rg:description", Form.TEXT,
               "Meets twice a year", True),
        Column("Needed", "Besoins", "Necesidades", "What is missing.", "rg:need"),
        *LAST,
    ),
    ("Mechanism", "Capacity"),
)  # fmt: skip

ASSIGNMENTS: Final = Kind(
    "Assignments", "assignments", "Assignment", "Who is to act on which recommendations, with which priority.",
    (
        STATE,
        CYCLE,
        Column(ASKS.name, ASKS.french, ASKS.spanish, ASKS.meaning, ASKS.tells, ASKS.form, ASKS.example, True, True),
        Column("Responsible", "Responsable", "Entidad responsable", "Who acts; several by semicolons.",
               "rg:responsible", Form.BODIES, "Ministry of Example", True, True),
        Column("Role", "Rôle", "Función", "As what.", "rg:assignmentRole", Form.CHOICE, "lead", False, True,
               "assignment-role"),
        Column("Assigned by", "Attribué par", "Asignado por", "Who decided so.", "rg:assignedBy", Form.BODY,
               "National UPR Committee"),
        Column("Assigned on", "Attribué le", "Asignado el", "The day.", "dcterms:date", Form.DAY, "2025-02-14"),
        DEADLINE,
        Column("Priority", "Priorité", "Prioridad", "How soon.", "rg:priorityGiven", Form.CHOICE, "high",
               of="priority"),
        Column("Priority reason", "Motif de la priorité", "Motivo de la prioridad", "Why.", "rg:priorityReason"),
        Column("Priority set by", "Priorité fixée par", "Prioridad fijada por", "Who set it.", "rg:prioritySetBy"),
        *LAST,
    ),
    ("Responsible", "Role", "Recommendation"),
)  # fmt: skip

PAPERS: Final = Kind(
    "Reports and submissions", "reports-and-submissions", "Paper",
    "A report or submission for a review: who writes it, by when, what help is needed.",
    (
        STATE,
        Column("Title", "Titre", "Título", "Its title or working title.", "dcterms:title", Form.TEXT,
               "Joint submission on the right to education", True, True),
        Column("Kind", "Type", "Tipo", "What kind of paper.", "rg:paperKind", Form.CHOICE, "joint submission", True,
               True, "paper-kind"),
        CYCLE,
        Column("Mechanism", "Mécanisme", "Mecanismo", "For which mechanism; empty for the UPR.", "rg:mechanism",
               Form.MECHANISM, "CERD", key=True),
        Column("Authors", "Auteurs", "Autores", "Who writes it; several by semicolons.", "dcterms:creator",
               Form.BODIES, "Coalition of Example"),
        Column("Help needed", "Aide requise", "Ayuda necesaria", "What help is needed; empty for none.", "rg:need"),
        Column(*_STATUS, "rg:paperStatus", Form.CHOICE, "drafting", of="paper-status"),
        DEADLINE,
        Column("Submitted", "Remis le", "Presentado el", "The day on which it was handed in.", "rg:submittedOn",
               Form.DAY, "2026-09-30"),
        DOCUMENT,
        Column("Code", "Code", "Código", "Its code in the stakeholder summary, whose symbol stands under Document.",
               "rg:paperCode", Form.TEXT, "JS3"),
        ADDRESS,
        *LAST,
    ),
)  # fmt: skip

TASKS: Final = Kind(
    "Tasks", "tasks", "Task", "What somebody is to do around a review, or a note on the follow-up to recommendations.",
    (
        STATE,
        Column("Task", "Tâche", "Tarea", "What is to be done.", "dcterms:title", Form.TEXT,
               "Agree with the ministry on technical assistance", True, True),
        CYCLE,
        Column("Phase", "Phase", "Fase", "In which phase of the review.", "rg:reviewPhase", Form.CHOICE, "after",
               of="review-phase"),
        Column("Responsible", "Responsable", "Entidad responsable", "Who does it; several by semicolons.",
               "rg:responsible", Form.BODIES, "UNDP"),
        DEADLINE,
        Column(*_STATUS, "rg:taskStatus", Form.CHOICE, "under way", of="task-status"),
        ASKS,
        *LAST,
    ),
)  # fmt: skip

FUNDS: Final = Kind(
    "UPR funds", "upr-funds", "FundRequest", "A request to a voluntary fund for the UPR.",
    (
        STATE,
        Column("Fund", "Fonds", "Fondo", "Which fund.", "rg:fund", Form.CHOICE, "financial and technical assistance",
               True, True, "voluntary-fund"),
        Column("Applicant", "Demandeur", "Solicitante", "Who asks.", "rg:applicant", Form.BODY, "Ministry of Example",
               key=True),
        Column("Purpose", "Objet", "Finalidad", "What for.", "rg:purpose", Form.TEXT, "Train prosecutors", True, True),
        Column("Requested on", "Demandé le", "Solicitado el", "The day.", "rg:requestedOn", Form.DAY, "2025-03-01",
               key=True),
        Column("Requested", "Montant demandé", "Importe solicitado", "The amount asked for.", "rg:budget", Form.AMOUNT,
               "40000", of="requested"),
        Column("Granted", "Montant accordé", "Importe concedido", "The amount given.", "rg:budget", Form.AMOUNT,
               "30000", of="granted"),
        Column("Currency", "Devise", "Moneda", "The currency, in three letters (ISO 4217).", "", Form.TEXT, "USD"),
        Column(*_STATUS, "rg:fundStatus", Form.CHOICE, "granted", of="fund-status"),
        Column("Answered on", "Répondu le", "Respondido el", "The day of the fund's answer.", "rg:answeredOn",
               Form.DAY, "2025-06-01"),
        CYCLE,
        ASKS,
        *LAST,
    ),
    ("Fund", "Purpose", "Applicant"),
)  # fmt: skip
