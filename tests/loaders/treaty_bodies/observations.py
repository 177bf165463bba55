"""Concluding observations of our own making in the layouts of several committees and years."""

from tests.loaders.un_layout import Made, lines

CRC = Made(
    "CRC/C/SVN/CO/9-10",
    "8 March 2030",
    ("Convention on the Rights of the Child", "Committee on the Rights of the Child"),
    lines(
        """
title: Concluding observations on the combined ninth and tenth periodic reports of Slovenia*
h0: I. Introduction
p: 1. The Committee considered the combined ninth and tenth periodic reports of Slovenia (CRC/C/SVN/9-10) at its
    2901st and 2902nd meetings (see CRC/C/SR.2901 and 2902), held on 14 and 15 January 2030, and adopted the
    present concluding observations at its 2930th meeting, held on 1 February 2030.
note: * Adopted by the Committee at its ninety-third session (14 January-1 February 2030).
p: 2. The Committee welcomes the answers of the delegation, which were frank and short.
page:
h0: II. Follow-up measures taken and progress achieved by the State party
p: 3. The Committee welcomes the adoption of the following measures:
item: (a) The act on apple trees, in 2027;
item: (b) The programme for village libraries, in 2028.
h0: III. Main areas of concern and recommendations
h1: A. General measures of implementation (arts. 4, 42 and 44 (6))
h2: Legislation
p: 4. Recalling its previous recommendations (CRC/C/SVN/CO/3-4, para. 9) and bearing in mind target 16.3 of the
    Sustainable Development Goals, the Committee recommends that the State party bring its act on orchards into
    line with the Convention.
h2: Allocation of resources
p: 5. The Committee notes the new budget. It is nevertheless concerned that money for school gardens:
item: (a) Comes late in the year;
item: (b) Is not counted by region.
p: 6. With reference to its general comment No. 19 (2016) on public budgeting, the Committee recommends that the
    State party:
item: (a) Pay the money for school gardens in spring, so that trees can be planted before the summer holidays of
    the children who care for them;
item: (b) Take measures to:
sub: (i) Count the money by region;
sub: (ii) Publish what was counted;
item: (c) Train teachers.
h1: B. Violence against children (art. 19)
p: 7. The Committee is seriously concerned about quarrels in the school yard.¹
note: 1 See CRC/C/GC/13, paras. 4 and 17.
p: 8. The Committee is also concerned that nobody listens.
p: 9. The Committee urges the State party to teach children to settle quarrels (target 16.2 of the Sustainable
    Development Goals).
h0: IV. Implementation and reporting
h1: A. Follow-up and dissemination
p: 10. The Committee recommends that the State party take all measures to ensure that the recommendations are
    fully implemented and that the present concluding observations be made widely available.
h1: B. Next report
p: 11. The Committee invites the State party to submit its eleventh periodic report by 24 June 2035.
"""
    ),
)

CCPR = Made(
    "CCPR/C/PER/CO/9",
    "3 May 2029",
    ("International Covenant on Civil and Political Rights", "Human Rights Committee"),
    lines(
        """
title: Concluding observations on the ninth periodic report of Peru*
p: 1. The Committee considered the ninth periodic report of Peru (CCPR/C/PER/9) at its 4001st and 4002nd
    meetings, held on 11 and 12 March 2029. At its 4020th meeting, held on 27 March 2029, it adopted the
    following concluding observations.
note: * Adopted by the Committee at its 150th session (4-29 March 2029).
h1: A. Introduction
p: 2. The Committee is grateful to the State party for its report.
h1: B. Positive aspects
p: 3. The Committee welcomes the act on clean courts.
h1: C. Principal matters of concern and recommendations
h2: Conditions of detention
p: 4. While noting the new building, the Committee is concerned that detainees, who should be brought before a
    judge within 48 hours, wait for weeks (arts. 9 and 10).
p: 5. The State party should take steps to bring every detainee before a judge in time. In particular, it
    should:
item: (a) Appoint more judges;
item: (b) Count those who wait.
h2: Freedom of expression
p: 6. The Committee regrets that reporters of small papers are fined (art. 19). It notes the draft act.
p: 7. Bearing in mind the Committee's general comment No. 34 (2011), the State party should pass the draft act.
h1: D. Dissemination and follow-up
p: 8. The State party should widely disseminate the Covenant and the present concluding observations.
p: 9. In accordance with rule 75 (1) of its rules of procedure, the State party is requested to provide, by 30
    March 2032, information on the implementation of the recommendations made by the Committee in paragraphs 5
    (a) (conditions of detention) and 7 (freedom of expression) above.
p: 10. The State party is requested to submit its next periodic report by 30 March 2037.
"""
    ),
)

CEDAW = Made(
    "CEDAW/C/VNM/CO/12",
    "18 November 2031",
    (
        "Convention on the Elimination of All Forms of Discrimination against Women",
        "Committee on the Elimination of Discrimination against Women",
    ),
    lines(
        """
title: Concluding observations on the twelfth periodic report of Viet Nam*
p: 1. The Committee considered the twelfth periodic report of Viet Nam (CEDAW/C/VNM/12) at its 2500th meeting,
    on 21 October 2031.
note: * Adopted by the Committee at its ninety-ninth session (13 October-3 November 2031).
h1: A. Introduction
p: 2.The Committee appreciates the report.
h1: B. Positive aspects
p: 3.The Committee welcomes progress since 2025.
h1: C. Principal areas of concern and recommendations
h2: Gender-based violence against women
p: 4.The Committee notes with concern the lack of:
item: (a) Shelters in the mountains;
item: (b) Figures on complaints.
p: 5.In line with its general recommendation No. 35 (2017) and recalling its previous concluding observations
    (CEDAW/C/VNM/CO/7-8, para. 19), the Committee recommends that the State party:
item: (a) Open shelters in each province;
item: (b) Collect figures, in accordance with Sustainable Development Goal 5.2.
h2: Education
p: 6.The Committee is concerned about girls who leave school early. It recommends that the State party keep
    schools near villages.
p: 7.The Committee also recommends that scholarships be paid to mothers.
h2: Follow-up to the concluding observations
p: 8.The Committee requests the State party to provide, within two years, written information on the steps taken
    to implement the recommendations contained in paragraphs 5 (a) and (b) and 7 above.
h2: Preparation of the next report
p: 9.The Committee requests the State party to prepare its next periodic report, which is due in November 2035.
h1: Annex
tail: Figures sent by the delegation, as received.
"""
    ),
)

CERD_1999 = Made(
    "CERD/C/304/Add.199",
    "20 August 1999",
    ("Committee on the Elimination of Racial Discrimination", "Fifty-fifth session"),
    lines(
        """
title: Concluding observations of the Committee on the Elimination of Racial Discrimination
title: Mauritania
p: 1. The Committee considered the reports of Mauritania (CERD/C/330/Add.1) at its 1363rd meeting
    (CERD/C/SR.1363), and adopted, at its 1380th meeting, held on 20 August 1999, the following concluding
    observations.
h1: A. Introduction
p: 2. The Committee is glad of the dialogue.
h1: B. Factors and difficulties impeding the implementation of the Convention
p: 3. Droughts have made herders poor.
h1: C. Principal subjects of concern
p: 4. It is a matter of concern that no figures on wells are kept.
p: 5. Concern is expressed that herders are moved without being asked.
h1: D. Suggestions and recommendations
p: 6. The Committee recommends that figures on wells be kept by region.
p: 7. The Committee suggests that the State party ask herders before they are moved, as follows: (a) in their
    own languages; (b) in time; and (c) at no cost to them.
"""
    ),
)

CESCR_FR = Made(
    "E/C.12/MCO/CO/9",
    "19 juin 2034",
    ("Conseil économique et social", "Comité des droits économiques, sociaux et culturels"),
    lines(
        """
title: Observations finales concernant le neuvième rapport périodique de Monaco
p: 1. Le Comité a examiné le rapport de Monaco (E/C.12/MCO/9) à ses 9e et 10e séances, le 2 mai 2034, et a
    adopté à sa 40e séance, le 23 mai 2034, les observations finales ci-après.
h1: A. Introduction
p: 2. Le Comité accueille avec satisfaction le rapport.
h1: B. Principaux sujets de préoccupation et recommandations
h2: Droit au logement
p: 3. Le Comité est préoccupé par le prix des petits logements.
p: 4. Le Comité recommande à l'État partie de construire des logements à bas prix.
p: 5. Le Comité demande à l'État partie de donner, dans un délai de vingt-quatre mois, des renseignements sur la
    suite donnée à la recommandation figurant au paragraphe 4 ci-dessus.
"""
    ),
)

CCPR_2003 = Made(
    "CCPR/CO/99/MLI",
    "16 April 2003",
    ("HUMAN RIGHTS COMMITTEE", "Ninety-ninth session"),
    lines(
        """
title: CONSIDERATION OF REPORTS SUBMITTED BY STATES PARTIES UNDER ARTICLE 40 OF THE COVENANT
title: Concluding observations of the Human Rights Committee
title: MALI
p: 1. The Human Rights Committee considered the second periodic report of Mali (CCPR/C/MLI/2003/2) at its 2083rd
    meeting, held on 24 March 2003. It adopted the following concluding observations on 3 April 2003.
h1: Introduction
p: 2. The Committee notes that the report came late.
h1: Principal subjects of concern and recommendations
p: 3. The Committee is concerned that marriages are entered by word of mouth (articles 3 and 23).
tail: The State party should write them down. It should also tell families why.
p: 4. While welcoming the draft act, the Committee remains concerned about its slowness.
tail: (a) The State party should pass the act (article 3).
tail: (b) The Committee encourages the State party to explain it.
p: 5. The State party should, within one year, supply information on the follow-up given to the Committee's
    recommendations in paragraphs 3 and 4 (a).
"""
    ),
)

CRPD = Made(
    "CRPD/C/UGA/CO/9",
    "12 May 2036",
    ("Convention on the Rights of Persons with Disabilities", "Committee on the Rights of Persons with Disabilities"),
    lines(
        """
title: Concluding observations on the ninth periodic report of Uganda*
h0: I. Introduction
p: 1. The Committee considered the report of Uganda (CRPD/C/UGA/9) at its 900th meeting, held on 6 April 2036. It
    adopted the present concluding observations at its 920th meeting, held on 12 April 2036.
h0: III. Principal areas of concern and recommendations
h1: A. General principles and obligations (arts. 1-4)
p: 2. The Committee is concerned about:
item: (a) Old words in acts;
item: (b) The little money of organizations.
p: 3. Recalling its general comment No. 7 (2018), the Committee recommends that the State party, in close consultation
    with organizations of persons with disabilities:
item: (a) Replace the old words;
item: (b) Give money
h1: B. Specific rights (arts. 5-30)
h2: Women with disabilities (art. 6)
p: 4. The Committee is guided by its general comment No. 3 (2016) and is mindful of targets 5.1 and 5.2 of the
    Sustainable Development Goals, and recommends that the State party listen to them. It also recommends more.
"""
    ),
)

CAT = Made(
    "CAT/C/SVN/CO/9",
    "7 June 2031",
    ("Convention against Torture", "Committee against Torture"),
    lines(
        """
title: Concluding observations on the ninth periodic report of Slovenia*
p: 1. The Committee against Torture considered the ninth periodic report of Slovenia (CAT/C/SVN/9) at its 1900th
    meeting, held on 4 May 2031, and adopted the following concluding observations at its 1920th meeting, held on 19
    May 2031.
h1: C. Principal subjects of concern and recommendations
h2: Pending follow-up issues from the previous reporting cycle
p: 2. The Committee recalls that it had asked for information on cells and finds that it came (see paras. 9 and 12 of
    CAT/C/SVN/CO/8).
h2: Cells
p: 3. The Committee takes note of the building works but is still concerned that cells are cold (arts. 2 and 16).
p: 4. The State party should:
item: (a) Heat the cells;
item: (b) Let independent bodies, which should be told of every cell, visit them.
h2: Follow-up procedure
p: 5. The Committee requests the State party to provide, by 19 May 2032, information on follow-up to the Committee's
    recommendations on cells (see para. 4 (a) above).
h2: Other issues
p: 6. The State party is requested to disseminate widely the report and the present concluding observations.
"""
    ),
)

CMW_ES = Made(
    "CMW/C/PER/CO/9",
    "13 de mayo de 2035",
    ("Convención Internacional", "Comité de Protección de los Derechos de Todos los Trabajadores Migratorios"),
    lines(
        """
title: Observaciones finales sobre el noveno informe periódico del Perú
p: 1. El Comité examinó el informe del Perú en su 300ª sesión, el 2 de abril de 2035. En su 310ª sesión, celebrada el 13
    de abril de 2035, el Comité aprobó las presentes observaciones finales.
h1: C. Principales motivos de preocupación, observaciones y recomendaciones
h2: Datos
p: 2. Preocupa al Comité que no haya cifras.
p: 3. El Comité recomienda al Estado parte que:
item: a) Reúna cifras;
item: b) Las publique.
p: 4. El Comité solicita al Estado parte que presente, en el plazo de dos años, información sobre la aplicación de la
    recomendación que figura en el párrafo 3.
"""
    ),
)

ALL = (CRC, CCPR, CEDAW, CERD_1999, CESCR_FR, CCPR_2003, CRPD, CAT, CMW_ES)
