// The SPARQL bench: YASGUI's editor over the form's own text area, and its viewer of answers.
// Nothing is asked of any other host: no prefix.cc, no remote vocabularies, one endpoint.
(async () => {
  const form = document.getElementById("query-form");
  const area = document.getElementById("query");
  const vocabulary = await (await fetch(form.dataset.vocabulary)).json();
  const { Yasqe, Yasr } = Yasgui;

  const known = (list) => new Map(list.map((one) => [one.iri, one]));
  const classes = known(vocabulary.classes);
  const properties = known(vocabulary.properties);

  // Completes terms of ours with their definitions; `applies` tells where in a query.
  const completer = (name, terms, applies) => ({
    name,
    bulk: true,
    autoShow: false,
    persistenceId: null,
    isValidCompletionPosition: applies,
    get: () => [...terms.keys()],
    preProcessToken(yasqe, token) {
      const prefixes = { ...vocabulary.prefixes, ...yasqe.getPrefixesFromQuery() };
      const [prefix, rest] = token.string.includes(":") ? token.string.split(":", 2) : ["", null];
      const whole = rest !== null && prefixes[prefix] ? prefixes[prefix] + rest : token.string.replace(/^</, "");
      return Object.assign({}, token, { autocompletionString: whole.trim(), tokenPrefix: rest !== null ? `${prefix}:` : undefined, tokenPrefixUri: rest !== null ? prefixes[prefix] : undefined });
    },
    postProcessSuggestion: (yasqe, token, suggested) => terms.get(suggested).short,
    postprocessHints: (yasqe, hints) => hints.map((hint) => {
      const term = [...terms.values()].find((one) => one.short === hint.text);
      return term ? { ...hint, render: (place) => explain(place, term), hint: take } : hint;
    }),
  });
  function explain(place, term) {
    const means = document.createElement("small");
    means.textContent = term.means;
    place.append(term.short, " ", means);
  }
  // Puts the term where the token stood, and its prefix at the top if it is not there yet.
  function take(editor, data, hint) {
    editor.replaceRange(hint.text, hint.from || data.from, hint.to || data.to, "complete");
    const prefix = hint.text.split(":")[0];
    if (!editor.getPrefixesFromQuery()[prefix]) editor.addPrefixes({ [prefix]: vocabulary.prefixes[prefix] });
  }
  const before = (yasqe) => {
    const token = yasqe.getCompleteToken();
    return yasqe.getPreviousNonWsToken(yasqe.getDoc().getCursor().line, token).string;
  };
  const open = (yasqe) => {
    const token = yasqe.getCompleteToken();
    return token.string[0] !== "?" && token.string[0] !== "$" && !["string", "comment"].includes(token.type);
  };
  const afterType = (yasqe) => ["a", "rdf:type", "rdfs:subClassOf"].includes(before(yasqe));
  for (const name of Object.keys(Yasqe.Autocompleters)) if (name !== "variables") delete Yasqe.Autocompleters[name];
  Yasqe.registerAutocompleter(completer("rightsgraph-classes", classes, (yasqe) => open(yasqe) && afterType(yasqe)), false);
  Yasqe.registerAutocompleter(completer("rightsgraph-properties", properties, (yasqe) => open(yasqe) && !afterType(yasqe)), false);
  Yasqe.registerAutocompleter(prefixCompleter(vocabulary.prefixes), false);

  const place = document.getElementById("editor");
  place.hidden = false;
  const yasqe = new Yasqe(place, {
    value: area.value,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: undefined,
    showQueryButton: false,
    prefixCcApi: null,
    resizeable: true,
    editorHeight: "320px",
    autocompleters: ["rightsgraph-classes", "rightsgraph-properties", "rightsgraph-prefixes", "variables"],
    requestConfig: { endpoint: "/sparql" },
    extraKeys: { Esc: (editor) => { editor.getInputField().blur(); form.querySelector("[type=submit]").focus(); }, "Ctrl-Enter": () => form.requestSubmit(), "Cmd-Enter": () => form.requestSubmit(), "Ctrl-Space": () => yasqe.autocomplete() },
  });
  yasqe.getInputField().setAttribute("aria-label", "Query");
  place.querySelector(".CodeMirror-scroll").tabIndex = 0; // so that a wide query can be scrolled by keys
  yasqe.on("change", () => { area.value = yasqe.getValue(); });
  area.hidden = true;
  area.required = false;
  area.tabIndex = -1;
  window.yasqe = yasqe;

  delete Yasr.plugins.table;
  delete Yasr.defaults.plugins.table; // ours has links to our pages, and no style sheet made on the fly
  for (const [name, plugin] of Object.entries(answerViews(vocabulary))) Yasr.registerPlugin(name, plugin, true);
  const live = document.getElementById("live");
  const told = document.getElementById("told");
  const yasr = new Yasr(document.getElementById("results"), {
    persistenceId: null,
    maxPersistentResponseSize: 0,
    prefixes: vocabulary.prefixes,
    defaultPlugin: "rows",
    pluginOrder: ["rows", "chart", "network", "boolean", "response"],
  });
  window.yasr = yasr;

  const permalink = (format) => {
    const asked = new URLSearchParams(new FormData(form));
    asked.set("query", yasqe.getValue());
    asked.set("format", format);
    return `/sparql?${asked}`;
  };

  function downloads(kind) {
    const names = { rows: ["csv", "tsv", "json", "xml"], truth: ["json", "xml"], graph: ["turtle", "ntriples", "rdfxml", "jsonld"] }[kind];
    const line = document.getElementById("downloads");
    line.replaceChildren("Download: ");
    for (const name of [...names, "html"]) {
      const link = document.createElement("a");
      link.textContent = name === "html" ? "Permalink" : name;
      link.href = permalink(name);
      line.append(name === "html" ? "· " : "", link, " ");
    }
  }

  async function ask() {
    live.hidden = false;
    document.getElementById("answer")?.remove();
    told.textContent = "Asking …";
    const asked = new URLSearchParams(new FormData(form));
    asked.delete("format");
    asked.set("query", yasqe.getValue());
    const start = performance.now();
    let answer;
    let text;
    try {
      answer = await fetch("/sparql", { method: "POST", body: asked, headers: { Accept: "application/sparql-results+json, text/turtle;q=0.9" } });
      text = await answer.text();
    } catch {
      told.textContent = "The server did not answer. Try again.";
      return;
    }
    document.getElementById("results").hidden = !answer.ok;
    document.getElementById("downloads").replaceChildren();
    told.className = answer.ok ? "" : "notice";
    if (!answer.ok) { told.textContent = refusal(text); return; }
    const kind = answer.headers.get("Content-Type");
    const rows = kind.includes("json") ? JSON.parse(text) : null;
    const took = ((performance.now() - start) / 1000).toFixed(1);
    const cut = answer.headers.get("X-Truncated") ? " It was cut at the limit: there are more." : "";
    const many = rows?.results ? `${rows.results.bindings.length} rows in ${took} seconds.` : `Answered in ${took} seconds.`;
    told.textContent = many + cut;
    yasr.setResponse({ data: text, contentType: kind, status: answer.status, executionTime: performance.now() - start }, performance.now() - start);
    downloads(rows ? ("boolean" in rows ? "truth" : "rows") : "graph");
  }

  function refusal(text) {
    try { return JSON.parse(text).error.message; } catch { return "The query was refused."; }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.history.pushState(null, "", permalink("html"));
    ask();
  });
  window.addEventListener("popstate", () => window.location.reload());
  if (document.getElementById("answer")) await ask();
  form.dataset.ready = "yes";

  function prefixCompleter(prefixes) {
    const lines = Object.entries(prefixes).map(([name, iri]) => `${name}: <${iri}>`);
    return { name: "rightsgraph-prefixes", bulk: true, autoShow: true, persistenceId: null, get: () => lines,
             isValidCompletionPosition: (editor) => /^\s*PREFIX\s+\S*$/i.test(editor.getLine(editor.getDoc().getCursor().line)),
             preProcessToken: (editor, token) => token.string.trim() ? token : Object.assign({}, token, { string: "", autocompletionString: "" }) };
  }
})();
