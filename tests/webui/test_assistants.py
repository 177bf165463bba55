"""What assistants may ask of a build: by the protocol's own client, and once through a real child process."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import pytest
from mcp import StdioServerParameters
from mcp.client import Client

from graph.questions import library
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.webui.story import CERD, REPORT, VISIT
from webui.assistants.server import server
from webui.assistants.tools import Tools

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def tools(told: Build) -> Iterator[Tools]:
    with Pool(told.store) as pool:
        yield Tools(lambda: told, pool)


@pytest.fixture(scope="module")
def call(tools: Tools) -> Call:
    """Call a tool as an assistant does; gives whether it failed, and what it said."""

    def called(tool: str, **given: Any) -> tuple[bool, Any]:
        async def go() -> tuple[bool, Any]:
            async with Client(server(tools)) as client:
                answer = await client.call_tool(tool, given)
                words = "".join(getattr(part, "text", "") for part in answer.content)
                return bool(answer.is_error), words if answer.is_error else json.loads(words)

        return anyio.run(go)

    return called


def test_every_tool_says_that_it_only_reads(tools: Tools) -> None:
    async def go() -> list[Any]:
        async with Client(server(tools)) as client:
            return list((await client.list_tools()).tools)

    found = anyio.run(go)
    assert {tool.name for tool in found} == {"questions", "ask", "search", "links", "explain", "cite", "sparql"}
    for tool in found:
        assert tool.description
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint


def test_the_questions_are_those_of_the_library(tools: Tools) -> None:
    assert [one["name"] for one in tools.questions()] == [one.name for one in library()]


def test_a_question_is_answered_for_a_state(call: Call) -> None:
    failed, told = call("ask", name="positions", parameters={"state": "VNM"})
    assert not failed
    assert told["total"] == 5
    assert {row["paragraph"] for row in told["rows"]} == {f"99.{number}" for number in range(78, 83)}
    assert set(told["rows"][0]) <= set(told["columns"])


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("ask", {"name": "nothing"}, "positions"),
        ("ask", {"name": "positions", "parameters": {"planet": "Mars"}}, "planet"),
        ("cite", {"thing": "nonsense"}, "symbol"),
        ("cite", {"thing": "A/HRC/99/1 5"}, "search for it"),
        ("explain", {"one": f"{REPORT} 99.78", "other": "nonsense"}, "symbol"),
        ("sparql", {"query": "DELETE WHERE { ?a ?b ?c }"}, "error at 1:"),
    ],
)
def test_what_cannot_be_answered_is_told_in_plain_words(call: Call, tool: str, given: Any, said: str) -> None:
    failed, words = call(tool, **given)
    assert failed
    assert said in words
    assert "Traceback" not in words


def test_a_search_finds_words_and_says_where(call: Call) -> None:
    failed, told = call("search", words="bilingual", state="vnm")
    assert not failed
    assert told["total"] == len(told["hits"]) > 0
    assert all("bilingual" in " ".join(one["words"] for one in hit["found_in"]).casefold() for hit in told["hits"])


def test_links_name_both_ends_so_that_they_can_be_explained(call: Call) -> None:
    _, told = call("links", thing=f"{VISIT} 85")
    assert told["links"]
    one = told["links"][0]
    _, explained = call("explain", one=one["subject_name"], other=one["object_name"])
    assert one["relation"] in {link["relation"] for link in explained["links"]}


def test_a_citation_holds_document_paragraph_words_and_file(call: Call) -> None:
    _, told = call("cite", thing=f"{CERD} 12")
    assert told["paragraph"] == "12"
    assert CERD in told["name"]
    assert told["text"]
    assert told["origins"][0]["file"] == "uhri.json"


def test_sparql_is_answered(call: Call) -> None:
    _, told = call("sparql", query="ASK { ?s ?p ?o }")
    assert json.loads(told["answer"])["boolean"] is True


def test_an_assistant_starts_the_command_and_asks(told: Build) -> None:
    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "rightsgraph", "mcp", "--store", str(told.path.parent)],
        env=dict(os.environ),
    )

    async def go() -> Any:
        async with Client(started) as client:
            return await client.call_tool("ask", {"name": "positions", "parameters": {"state": "VNM"}})

    answer = anyio.run(go)
    assert not answer.is_error
    assert '"total": 5' in answer.content[0].text.replace('"total":5', '"total": 5')
