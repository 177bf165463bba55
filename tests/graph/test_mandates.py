"""Every mandate of the special procedures is found by the title that its reports bear, past titles too."""

import pytest

from graph import mechanisms

SR, IE, WG = "Special Rapporteur on", "Independent Expert on", "Working Group on"
TITLES = [
    (f"{WG} Experts of People of African Descent", "WG People of african descent"),
    (f"{WG} Arbitrary Detention", "WG Arbitrary detention"),
    (f"{WG} the issue of human rights and transnational corporations and other business enterprises",
     "WG Transnational corporations"),
    (f"{WG} Enforced or Involuntary Disappearances", "WG Disappearances"),
    (f"{WG} discrimination against women and girls", "WG Women & girls"),
    (f"{WG} the issue of discrimination against women in law and in practice", "WG Women & girls"),
    (f"{WG} the use of mercenaries as a means of violating human rights", "WG Mercenaries"),
    (f"{WG} the rights of peasants and other people working in rural areas", "WG Peasants"),
    (f"{IE} the enjoyment of human rights by persons with albinism", "IE Albinism"),
    (f"{IE} the effects of foreign debt and other related international financial obligations", "IE Foreign debt"),
    (f"{IE} the promotion of a democratic and equitable international order",
     "IE Democratic and equitable international order"),
    (f"{IE} human rights and international solidarity", "IE International solidarity"),
    (f"{IE} the enjoyment of all human rights by older persons", "IE Older persons"),
    (f"{IE} protection against violence and discrimination based on sexual orientation and gender identity",
     "IE Sexual Orientation & gender identity"),
    (f"{SR} the promotion and protection of human rights in the context of climate change", "SR Climate Change"),
    (f"{SR} in the field of cultural rights".replace(" on in", " in"), "SR Cultural rights"),
    (f"{SR} the right to development", "SR Development"),
    (f"{SR} the rights of persons with disabilities", "SR Persons with disability"),
    (f"{SR} the right to education", "SR Education"),
    (f"{SR} the human right to a clean, healthy and sustainable environment", "SR Environment"),
    (f"{SR} extrajudicial, summary or arbitrary executions", "SR Summary executions"),
    (f"{SR} the right to food", "SR Food"),
    (f"{SR} the rights to freedom of peaceful assembly and of association", "SR Assembly & association"),
    (f"{SR} the promotion and protection of the right to freedom of opinion and expression",
     "SR Freedom of expression"),
    (f"{SR} freedom of religion or belief", "SR Freedom of religion"),
    (f"{SR} the question of religious intolerance", "SR Freedom of religion"),
    (f"{SR} the right of everyone to the enjoyment of the highest attainable standard of physical and mental health",
     "SR Health"),
    (f"{SR} adequate housing as a component of the right to an adequate standard of living", "SR Housing"),
    (f"{SR} the situation of human rights defenders", "SR HR Defenders"),
    (f"{SR} the independence of judges and lawyers", "SR Independence of judges"),
    (f"{SR} the rights of indigenous peoples", "SR Indigenous"),
    (f"{SR} the situation of human rights and fundamental freedoms of indigenous people", "SR Indigenous"),
    ("Representative of the Secretary-General on the human rights of internally displaced persons", "SR IDPs"),
    (f"{SR} the elimination of discrimination against persons affected by leprosy (Hansen’s disease)", "SR Leprosy"),
    (f"{SR} the human rights of migrants", "SR Migrants"),
    (f"{SR} minority issues", "SR Minorities"),
    (f"{IE} minority issues", "SR Minorities"),
    (f"{SR} extreme poverty and human rights", "SR Extreme poverty"),
    (f"{IE} the question of human rights and extreme poverty", "SR Extreme poverty"),
    (f"{SR} the right to privacy", "SR Privacy"),
    (f"{SR} contemporary forms of racism, racial discrimination, xenophobia and related intolerance", "SR Racism"),
    (f"{SR} the sale of children, child prostitution and child pornography", "SR Sale of children"),
    (f"{SR} the sale, sexual exploitation and sexual abuse of children", "SR Sale of children"),
    (f"{SR} contemporary forms of slavery, including its causes and consequences", "SR Slavery"),
    (f"{SR} the promotion and protection of human rights and fundamental freedoms while countering terrorism",
     "SR Countering terrorism"),
    (f"{SR} torture and other cruel, inhuman or degrading treatment or punishment", "SR Torture"),
    (f"{SR} the implications for human rights of the environmentally sound management and disposal of hazardous "
     "substances and wastes", "SR Toxic wastes"),
    (f"{SR} trafficking in persons, especially women and children", "SR Trafficking"),
    (f"{SR} the promotion of truth, justice, reparation and guarantees of non-recurrence",
     "SR Truth, justice, reparation"),
    (f"{SR} the negative impact of unilateral coercive measures on the enjoyment of human rights",
     "SR Unilateral coercive measures"),
    (f"{SR} violence against women and girls, its causes and consequences", "SR Violence against women"),
    (f"{SR} the human rights to safe drinking water and sanitation", "SR Water & sanitation"),
    (f"{SR} the situation of human rights in Afghanistan", "SR Afghanistan"),
    (f"{SR} the situation of human rights in Belarus", "SR Belarus"),
    (f"{SR} the situation of human rights in Burundi", "SR Burundi"),
    (f"{SR} the situation of human rights in Cambodia", "SR Cambodia"),
    (f"{IE} the situation of human rights in the Central African Republic", "IE Central African Republic"),
    (f"{SR} the situation of human rights in the Democratic People’s Republic of Korea", "SR DPRK"),
    (f"{SR} the situation of human rights in Eritrea", "SR Eritrea"),
    (f"{SR} the situation of human rights in the Islamic Republic of Iran", "SR Iran"),
    (f"{IE} the situation of human rights in Mali", "IE Mali"),
    (f"{SR} the situation of human rights in Myanmar", "SR Myanmar"),
    (f"{SR} the situation of human rights in the Palestinian territories occupied since 1967",
     "SR Palestinian territory"),
    (f"{SR} the situation of human rights in the Russian Federation", "SR Russian Federation"),
    (f"{IE} the situation of human rights in Somalia", "IE Somalia"),
    (f"{SR} the situation of human rights in the Syrian Arab Republic", "SR Syria"),
    (f"{IE} the situation of human rights in the Sudan", "IE Sudan"),
    (f"{IE} the situation of human rights in Haiti", "IE Haiti"),
    ("Rapporteuse spéciale sur le droit à l’éducation", "SR Education"),
    ("Groupe de travail sur la détention arbitraire", "WG Arbitrary detention"),
    ("Relator Especial sobre los derechos de los pueblos indígenas", "SR Indigenous"),
    ("Experta independiente sobre cuestiones de las minorías", "SR Minorities"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "notation"), TITLES)
def test_a_report_s_title_names_its_mandate(title: str, notation: str) -> None:
    assert mechanisms.mandates(f"Report of the {title} on a visit") == (notation,)
    assert mechanisms.family(notation) == "specialProcedures"


def test_a_joint_report_names_two() -> None:
    title = "Report of the Special Rapporteur on the right to food and the Independent Expert on minority issues"
    assert mechanisms.mandates(title) == ("SR Food", "SR Minorities")
    assert mechanisms.from_sentence(title) is None
