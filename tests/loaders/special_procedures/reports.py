"""Reports on country visits of our own making, in the layouts of several years."""

from tests.loaders.un_layout import Made, lines

EDUCATION_2010 = Made(
    "A/HRC/96/45/Add.2",
    "24 January 2031",
    ("Human Rights Council", "Ninety-sixth session", "Agenda item 3"),
    lines(
        """
title: Report of the Special Rapporteur on the right to education, Ana Maria Lopez
title: Addendum
title: Mission to Viet Nam (5-15 July 2030)
h1: Summary
tail: The Special Rapporteur saw schools in four provinces.
page:
h0: I. Introduction
p: 1. The Special Rapporteur visited Viet Nam from 5 to 15 July 2030 at the invitation of the Government.
p: 2. She thanks the Government. Teachers should, she was told, be paid in time.
h0: II. Schools in the mountains
p: 3. Many schools are far from villages.
h0: III. Conclusions and recommendations
p: 4. The country has built many schools in ten years.
p: 5. The Special Rapporteur recommends that the Government of Viet Nam:
item: (a) Extend the pilot of lessons in two languages, in line with target 4.5 of the Sustainable Development
    Goals;
item: (b) Train teachers who speak them.
p: 6. The Special Rapporteur calls upon the United Nations country team to support the pilot.
p: 7. The international community should, together with the Government, pay for textbooks.
h1: A. Recommendations to the international community
p: 8. Provide money for roads to schools.
h1: B. Business enterprises
p: 9. It is recommended that textbooks be cheap.
p: 10. The Special Rapporteur remains at the disposal of all.
h0: Annex
tail: Places visited.
"""
    ),
)

WORKING_GROUP_2035 = Made(
    "A/HRC/99/46/Add.1",
    "3 August 2035",
    ("Human Rights Council", "Ninety-ninth session", "Agenda item 3"),
    lines(
        """
title: Visit to Peru
title: Report of the Working Group on Arbitrary Detention*
p: 1. At the invitation of the Government, the Working Group on Arbitrary Detention visited Peru from 28 November to
    9 December 2034.
h0: II. Findings
p: 2. Cells are full.
h0: III. Conclusions
p: 3. The State should be proud of its judges.
h0: IV. Recommendations
p: 4. The Working Group urges the Government to count those who wait for a judge.
p: 5. Business enterprises should employ those who were released.
p: 6. The following recommendations are made to the national human rights institution:
item: (a) Visit every prison;
item: (b) Publish what was seen.
"""
    ),
)

OLD_1999 = Made(
    "E/CN.4/1999/68/Add.3",
    "12 February 1999",
    ("COMMISSION ON HUMAN RIGHTS", "Fifty-fifth session"),
    lines(
        """
title: Extrajudicial, summary or arbitrary executions
title: Report submitted by Mr. Bacre Samba Ndong, Special Rapporteur on extrajudicial, summary or arbitrary
    executions, pursuant to Commission resolution 1998/68
title: Addendum
title: Visit to Mexico
h1: I. INTRODUCTION
p: 1. The Special Rapporteur travelled to Mexico from 12 to 24 July 1998.
h1: II. CONCLUSIONS AND RECOMMENDATIONS
p: 2. Villages are afraid.
p: 3. In view of the above, the Special Rapporteur recommends that Mexico: (a) bring soldiers before civil courts; (b)
    pay the families.
"""
    ),
)

COMMENTS = Made(
    "A/HRC/99/46/Add.4",
    "9 August 2035",
    ("Human Rights Council", "Ninety-ninth session"),
    lines(
        """
title: Report of the Working Group on Arbitrary Detention on its visit to Peru: comments by the State*
p: 1. Peru thanks the Working Group and should like to add some figures.
p: 2. The Government recommends that the report be read with the annex.
"""
    ),
)

SPANISH = Made(
    "A/HRC/98/41/Add.1",
    "5 de junio de 2034",
    ("Asamblea General", "Consejo de Derechos Humanos"),
    lines(
        """
title: Visita a Honduras
title: Informe de la Relatora Especial sobre el derecho a la alimentación, Elena Prado Ruiz
p: 1. La Relatora Especial visitó Honduras del 2 al 9 de mayo de 2033.
h0: II. Conclusiones y recomendaciones
p: 2. El país tiene buenas tierras.
p: 3. La Relatora Especial recomienda al Gobierno que reparta semillas.
"""
    ),
)

ALL = (EDUCATION_2010, WORKING_GROUP_2035, OLD_1999, COMMENTS, SPANISH)
