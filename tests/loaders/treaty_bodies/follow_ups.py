"""Follow-up letters and progress reports of our own making."""

from tests.loaders.un_layout import Made, lines

PROGRESS_2017 = Made(
    "CCPR/C/190/2",
    "3 April 2037",
    ("International Covenant on Civil and Political Rights", "Human Rights Committee"),
    lines(
        """
title: Follow-up progress report on concluding observations
p: 1. The present report tells what the Special Rapporteur for follow-up to concluding observations received.
h1: Assessment of replies
tail: A Reply largely satisfactory. B Reply partially satisfactory.
h1: I. Peru
p: 2. Concluding observations: CCPR/C/PER/CO/9, 27 March 2029.
tail: Follow-up paragraphs: 5 and 7.
h2: Paragraph 5
tail: Summary of the State party's reply: judges were appointed.
tail: Committee's evaluation
tail: [B1]: (a)
tail: [C1]: (b). The Committee asks how many wait.
h2: Paragraph 7
tail: [A] The act was passed, which the Committee finds good.
h1: II. Slovenia
p: 3. Concluding observations: CCPR/C/SVN/CO/8. Additional information is required on paragraphs 6 [B2][D1] and 10
    [E].
"""
    ),
)

LETTER = Made(
    "",
    "3 May 2034",
    ("Committee on the Elimination of Discrimination against Women",),
    lines(
        """
tail: Your Excellency,
tail: In my capacity as Rapporteur on follow-up, I have the honour to refer to the concluding observations of the
    Committee on the twelfth periodic report of Viet Nam (CEDAW/C/VNM/CO/12).
tail: Regarding the recommendation made in paragraph 5 (a) of the concluding observations that shelters be opened: the
    Committee takes note of six shelters. It considers that the recommendation has been partially implemented.
tail: Regarding the recommendation made in paragraph 5 (b): the Committee considers that it has not received sufficient
    information to assess whether the recommendation has been implemented.
tail: Regarding the recommendation made in paragraph 7: the Committee considers that the recommendation has been
    implemented.
"""
    ),
)
