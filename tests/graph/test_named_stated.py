"""What a State's texts name becomes links that are stated, quoted and sure; what cannot be told becomes none."""

from dataclasses import replace

from graph import terms
from graph.link.block import Ask, Block, Programme, Statement
from graph.link.made import Link
from graph.link.named import stated, tags
from graph.records import Basis, Relation

NONE = frozenset[str]()
UPR, CERD = terms.mechanism("UPR"), terms.mechanism("CERD")


def ask(iri: str, text: str = "Plant trees.", mechanism: str = UPR, cycle: int | None = None) -> Ask:
    return Ask(
        iri=iri, text=text, cycle=cycle, mechanism=mechanism, family="", themes=NONE, persons=NONE, sdgs=NONE
    )  # fmt: skip


def statement(iri: str, text: str, cycle: int | None = None, cites: tuple[str, ...] = ()) -> Statement:
    return Statement(iri=iri, text=text, cycle=cycle, section="", cites=cites, grouped=(), reports_on=())


def programme(text: str) -> Programme:
    return Programme(iri=terms.project("XX-1"), text=text, themes=NONE, persons=NONE, sdgs=frozenset([terms.sdg("4")]))


def block(*things: Ask | Statement | Programme) -> Block:
    return Block(
        state=terms.state("PER"),
        asks=tuple(one for one in things if isinstance(one, Ask)),
        programmes=tuple(one for one in things if isinstance(one, Programme)),
        statements=tuple(one for one in things if isinstance(one, Statement)),
    )


def triples(links: list[Link]) -> set[tuple[str, Relation, str]]:
    return {(one.subject, one.relation, one.object) for one in links}


FIRST = ask(terms.passage("A/HRC/90/5", "99.17"), cycle=1)
SECOND = ask(terms.passage("A/HRC/97/5", "115.17"), cycle=2)
EARLIER = ask(terms.passage("CERD/C/PER/CO/1", "12 (a)"), mechanism=CERD)


def test_an_ask_that_names_a_treaty_says_so_in_its_own_words() -> None:
    naming = ask(terms.passage("A/HRC/97/5", "115.1"), "Ratify OP-CAT soon.", cycle=2)
    (link,) = stated(block(naming))
    assert (link.subject, link.relation, link.object) == (naming.iri, Relation.NAMES, terms.treaty("CAT-OP"))
    assert (link.basis, link.score, link.quote, link.evidence) == (Basis.CITED_IN_TEXT, 1.0, "OP-CAT", naming.iri)


def test_a_name_told_twice_is_one_link() -> None:
    assert len(stated(block(ask(SECOND.iri, "Ratify CED. Yes, ratify CED.")))) == 1


def test_a_number_without_symbol_is_that_of_the_states_own_earlier_review() -> None:
    later = ask(terms.passage("A/HRC/99/5", "122.3"), "Implement recommendation 115.17 at last.", cycle=3)
    assert triples(stated(block(FIRST, SECOND, later))) == {(later.iri, Relation.CITES, SECOND.iri)}
    same = ask(terms.passage("A/HRC/97/5", "115.3"), "Implement recommendation 115.17 at last.", cycle=2)
    assert stated(block(FIRST, SECOND, same)) == [], "no earlier review has that number"


def test_a_number_that_two_reviews_have_is_nobodys() -> None:
    other = ask(terms.passage("A/HRC/90/5", "115.17"), cycle=1)
    working = programme("Works on recommendation 115.17.")
    assert stated(block(other, SECOND, working)) == []


def test_a_programme_that_names_a_recommendation_contributes_to_it() -> None:
    working = programme("Works on recommendation 115.17 and on A/HRC/90/5, para. 99.17.")
    (one, other) = stated(block(FIRST, SECOND, working))
    assert triples([one, other]) == {(working.iri, Relation.CONTRIBUTES_TO, iri) for iri in (FIRST.iri, SECOND.iri)}
    assert one.evidence == "", "a programme is no passage"


def test_a_paragraph_that_is_not_held_is_its_document() -> None:
    citing = statement(terms.passage("A/HRC/WG.6/9/PER/1", "4"), "As said in CERD/C/CHL/CO/3, para. 7.", cycle=2)
    assert triples(stated(block(citing))) == {(citing.iri, Relation.CITES, terms.document("CERD/C/CHL/CO/3"))}
    working = programme("Follows CERD/C/CHL/CO/3, para. 7.")
    assert {one.relation for one in stated(block(working))} == {Relation.NAMES}, "only passages cite"


def test_a_whole_paragraph_is_held_where_its_letters_are() -> None:
    citing = statement(terms.passage("A/HRC/WG.6/9/PER/1", "4"), "As said in CERD/C/PER/CO/1, para. 12.", cycle=2)
    whole = terms.passage("CERD/C/PER/CO/1", "12")
    assert triples(stated(block(EARLIER, citing))) == {(citing.iri, Relation.CITES, whole)}


def test_a_body_that_reiterates_its_own_ask_repeats_it() -> None:
    text = "The Committee reiterates its recommendation (CERD/C/PER/CO/1, para. 12 (a)) and asks for trees."
    again = ask(terms.passage("CERD/C/PER/CO/2", "9"), text, CERD)
    links = stated(block(EARLIER, again))
    assert triples(links) == {(again.iri, Relation.CITES, EARLIER.iri), (again.iri, Relation.REPEATS, EARLIER.iri)}
    (repeated,) = [one for one in links if one.relation is Relation.REPEATS]
    assert repeated.quote.startswith("The Committee reiterates its recommendation")


def test_another_body_or_another_sentence_repeats_nothing() -> None:
    text = "The Committee reiterates its thanks. It refers to the document CERD/C/PER/CO/1, para. 12 (a)."
    same = ask(terms.passage("CERD/C/PER/CO/2", "9"), text, CERD)
    other = ask(
        terms.passage("CEDAW/C/PER/CO/2", "9"), "It recalls CERD/C/PER/CO/1, para. 12 (a).", terms.mechanism("CEDAW")
    )
    assert {one.relation for one in stated(block(EARLIER, same, other))} == {Relation.CITES}


def test_what_a_source_says_is_cited_is_not_said_again() -> None:
    text = "See CERD/C/PER/CO/1, para. 12 (a)."
    known = statement(terms.passage("A/HRC/WG.6/9/PER/2", "4"), text, 2, (EARLIER.iri,))
    assert stated(block(EARLIER, known)) == []


def test_words_in_which_another_document_sums_a_passage_up_are_not_its_own() -> None:
    said = statement(terms.passage("A/HRC/WG.6/9/PER/2", "4"), "CERD and CEDAW recommended ratifying OP-CAT.", 2)
    summed_up = replace(ask(terms.passage("CERD/C/PER/CO/1", "3"), said.text, CERD), summary=True)
    assert {one.subject for one in stated(block(said, summed_up))} == {said.iri}


def test_a_goal_named_in_words_is_a_tag_unless_a_source_gave_it() -> None:
    working = programme("Contributes to SDG 4. It also helps with SDG target 5.2.")
    (tag,) = tags(block(working))
    assert (tag.subject, tag.predicate, tag.concept, tag.score) == (working.iri, terms.rg("sdg"), terms.sdg("5.2"), 1.0)
    assert tag.method == "named in the text: SDG target 5.2"
    names = {one.object for one in stated(block(working)) if one.relation is Relation.NAMES}
    assert names == {terms.sdg("4"), terms.sdg("5.2")}
