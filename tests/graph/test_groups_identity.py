"""A group keeps its identifier while its membership mostly holds; what is no more leads to what took it in."""

from graph.link.groups.identity import Known, keep, name, replaced

A, B = "…/group/SVN/a", "…/group/SVN/b"


def of(letters: str) -> frozenset[str]:
    return frozenset(letters)


def test_five_of_six_members_the_same_keep_the_identifier() -> None:
    assert keep({A: of("abcdef")}, [of("abcdeg")]) == [A]


def test_a_group_that_grows_far_keeps_its_identifier() -> None:
    assert keep({A: of("ab")}, [of("abcdefghij")]) == [A]


def test_a_group_of_which_less_than_half_is_left_is_another() -> None:
    assert keep({A: of("abcdef")}, [of("abxyz")]) == [""]


def test_the_larger_part_of_a_split_keeps_the_identifier() -> None:
    assert keep({A: of("abcdef")}, [of("ef"), of("abcd")]) == ["", A]


def test_the_larger_of_two_that_become_one_gives_its_identifier_and_the_other_leads_to_it() -> None:
    known = Known({A: of("ab"), B: of("cdef")})
    new = [of("abcdef")]
    named = name(known, new, "SVN")
    assert named == [B]
    assert replaced(known, new, named) == [(A,)]


def test_an_identifier_is_given_once() -> None:
    """Each half of the old group could claim it."""
    named = name(Known({A: of("abcd")}), [of("ab"), of("cd")], "SVN")
    assert named.count(A) == 1
    assert named[0] != named[1]


def test_a_new_group_never_takes_a_name_that_was_used_before() -> None:
    """The anchor of the smaller part may be the one that the whole was named by."""
    whole = name(Known(), [of("abcdef")], "SVN")
    for part in (of("a"), of("b"), of("c"), of("d"), of("e"), of("f")):
        parts = [of("abcdef") - part, part]
        named = name(Known({whole[0]: of("abcdef")}), parts, "SVN")
        assert named[0] == whole[0]
        assert named[1] != whole[0]


def test_without_memory_a_group_mostly_keeps_its_name_when_one_of_six_goes() -> None:
    whole = name(Known(), [of("abcdef")], "SVN")[0]
    kept = [name(Known(), [of("abcdef") - {gone}], "SVN")[0] == whole for gone in "abcdef"]
    assert sum(kept) == 5


def test_an_old_name_leads_through_every_merger_to_the_group_of_today() -> None:
    known = Known({B: of("cdef"), "…/group/SVN/c": of("xyzuvw")}, {A: B})
    new = [of("cdefxyzuvw")]
    named = name(known, new, "SVN")
    assert replaced(known, new, named) == [(A, B)]


def test_moves_that_go_round_in_a_circle_lead_nowhere() -> None:
    known = Known({}, {A: B, B: A})
    assert replaced(known, [of("xy")], name(known, [of("xy")], "SVN")) == [()]
