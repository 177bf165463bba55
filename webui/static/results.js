// Our views of an answer, beside YASGUI's own: rows with links to our pages, bars, and a small network.
function answerViews(vocabulary) {
  const MOST_ROWS = 1000;
  const MOST_BARS = 60;
  const MOST_NODES = 200;
  const SVG = "http://www.w3.org/2000/svg";

  // A page of ours for our own things; the web for others; nothing for what is no web address.
  function path(iri) {
    for (const [space, start] of Object.entries(vocabulary.spaces)) if (iri.startsWith(space) && iri !== space) return start + iri.slice(space.length);
    return /^https?:\/\//i.test(iri) ? iri : "";
  }
  function short(iri) {
    const cited = iri.startsWith(vocabulary.prefixes.id) && iri.slice(vocabulary.prefixes.id.length).match(/^document\/(.+?)(?:\/para\/(.+))?$/);
    if (cited) return cited[2] ? `${decode(cited[1])}, para. ${decode(cited[2])}` : decode(cited[1]);
    for (const [name, space] of Object.entries(vocabulary.prefixes)) if (iri.startsWith(space) && iri !== space) return name === "id" ? decode(iri.slice(space.length)) : `${name}:${iri.slice(space.length)}`;
    return iri;
  }
  function decode(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }
  function made(name, text, attributes = {}) {
    const one = document.createElement(name);
    if (text) one.textContent = text;
    for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
    return one;
  }
  function shown(term) {
    if (!term) return document.createTextNode("");
    const words = made("span", term.type === "uri" ? short(term.value) : term.value, { dir: "auto" });
    if (term["xml:lang"]) words.lang = term["xml:lang"];
    const address = term.type === "uri" ? path(term.value) : "";
    if (!address) return words;
    const link = made("a", "", { href: address });
    if (!address.startsWith("/")) { link.className = "outside"; link.rel = "noopener noreferrer"; }
    link.append(words);
    return link;
  }
  const number = (term) => term && term.type !== "uri" && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(term.value.trim()) ? Number(term.value) : null;

  class View {
    constructor(yasr) { this.yasr = yasr; }
    get columns() { return this.yasr.results?.getVariables() || []; }
    get rows() { return this.yasr.results?.getBindings() || []; }
    getIcon() { return null; }
  }

  class Rows extends View {
    priority = 20;
    label = "Table";
    canHandleResults() { return this.columns.length > 0; }
    draw() {
      let rows = this.rows;
      const body = made("tbody");
      const fill = () => body.replaceChildren(...rows.slice(0, MOST_ROWS).map((row) => {
        const line = made("tr");
        for (const column of this.columns) { const cell = made("td"); cell.append(shown(row[column])); line.append(cell); }
        return line;
      }));
      const head = made("tr");
      for (const column of this.columns) {
        const cell = made("th", "", { scope: "col" });
        const button = made("button", column, { type: "button", class: "sorter" });
        button.addEventListener("click", () => {
          const down = cell.getAttribute("aria-sort") === "ascending";
          for (const other of head.children) other.removeAttribute("aria-sort");
          cell.setAttribute("aria-sort", down ? "descending" : "ascending");
          rows = sorted(rows, column, down);
          fill();
        });
        cell.append(button);
        head.append(cell);
      }
      const top = made("thead");
      top.append(head);
      const table = made("table", "", { class: "table table-sm answer" });
      table.append(made("caption", "The answer to the query above", { class: "visually-hidden" }), top, body);
      fill();
      const region = made("div", "", { class: "table-responsive", tabindex: "0", role: "region", "aria-label": "Rows of the answer" });
      region.append(table);
      const cut = this.rows.length > MOST_ROWS ? [made("p", `The first ${MOST_ROWS} rows are shown; the downloads hold all.`)] : [];
      this.yasr.resultsEl.replaceChildren(...cut, region);
    }
  }

  function sorted(rows, column, down) {
    const order = (one, other) => {
      const [a, b] = [one[column], other[column]];
      if (!a || !b) return a ? -1 : b ? 1 : 0;
      const [x, y] = [number(a), number(b)];
      return x !== null && y !== null ? x - y : a.value.localeCompare(b.value, undefined, { numeric: true });
    };
    return [...rows].sort((one, other) => (down ? -order(one, other) : order(one, other)));
  }

  // The last column of numbers, named by the first that is none.
  class Chart extends View {
    priority = 10;
    label = "Chart";
    pair() {
      const rows = this.rows;
      const figures = this.columns.filter((column) => rows.length && rows.every((row) => !row[column] || number(row[column]) !== null) && rows.some((row) => row[column]));
      const names = this.columns.filter((column) => !figures.includes(column));
      return figures.length && names.length ? [names[0], figures[figures.length - 1]] : null;
    }
    canHandleResults() { return Boolean(this.pair()); }
    draw() {
      const [name, figure] = this.pair();
      const rows = this.rows.filter((row) => row[figure]);
      const most = Math.max(...rows.map((row) => Math.abs(number(row[figure]))), 1e-9);
      const table = made("table", "", { class: "table table-sm bars" });
      table.append(made("caption", `${figure} by ${name}`));
      const body = made("tbody");
      for (const row of rows.slice(0, MOST_BARS)) {
        const line = made("tr");
        const head = made("th", "", { scope: "row" });
        head.append(shown(row[name]));
        const bar = document.createElementNS(SVG, "svg");
        bar.setAttribute("class", "bar-of");
        bar.setAttribute("viewBox", "0 0 100 10");
        bar.setAttribute("preserveAspectRatio", "none");
        bar.setAttribute("aria-hidden", "true");
        const box = document.createElementNS(SVG, "rect");
        box.setAttribute("width", String(Math.abs(number(row[figure])) / most * 100));
        box.setAttribute("height", "10");
        bar.append(box);
        const drawing = made("td");
        drawing.append(bar);
        line.append(head, made("td", row[figure].value, { class: "figure" }), drawing);
        body.append(line);
      }
      table.append(body);
      const cut = rows.length > MOST_BARS ? [made("p", `The first ${MOST_BARS} of ${rows.length} rows are drawn.`)] : [];
      this.yasr.resultsEl.replaceChildren(...cut, table);
    }
  }

  // A graph, or three columns of IRIs: subject, relation, object.
  class Network extends View {
    priority = 5;
    label = "Network";
    triples() {
      const columns = this.columns;
      if (columns.length !== 3) return [];
      return this.rows.map((row) => columns.map((column) => row[column])).filter((terms) => terms.every((term) => term && (term.type === "uri" || term.type === "bnode")));
    }
    canHandleResults() {
      return typeof sigmaDrawing === "function" && Boolean(window.Sigma) && this.triples().length > 0;
    }
    draw() {
      const triples = this.triples();
      const nodes = new Map();
      const edges = new Map();
      for (const [subject, predicate, object] of triples) {
        const ends = [subject.value, object.value];
        if (nodes.size + ends.filter((end) => !nodes.has(end)).length > MOST_NODES) continue;
        for (const end of ends) if (!nodes.has(end)) nodes.set(end, { id: end, label: short(end), group: "other", path: path(end) });
        const id = `${subject.value} ${predicate.value} ${object.value}`;
        edges.set(id, { id, from: subject.value, to: object.value, relation: short(predicate.value), score: 0.4, basis: "stated", directed: true });
      }
      settle(nodes, edges);
      const box = made("div", "", { id: "network", role: "img", "aria-label": "A drawing of the answer; the table holds the same" });
      const chosen = made("p", "Choose a node to see what it is; a double click opens its page.", { "aria-live": "polite" });
      const cut = edges.size < triples.length ? [made("p", `The first ${nodes.size} things are drawn.`)] : [];
      this.yasr.resultsEl.replaceChildren(...cut, box, chosen);
      const tell = (id) => chosen.replaceChildren(id ? shown({ type: "uri", value: id }) : "");
      const drawing = sigmaDrawing(box, (id) => { drawing.mark(id); tell(id); }, (id) => { const there = nodes.get(id)?.path; if (there) window.location.assign(there); });
      drawing.show(nodes, edges, new Set(nodes.keys()), new Set(edges.keys()));
      this.drawing = drawing;
      box.dataset.drawn = String(nodes.size);
    }
    destroy() { this.drawing?.renderer?.kill(); this.drawing = null; }
  }

  // Springs from a fixed start; at most 200 nodes, so a moment's work, and the same each time.
  function settle(nodes, edges) {
    const all = [...nodes.values()];
    const row = new Map(all.map((node, index) => [node.id, index]));
    all.forEach((node, index) => { node.x = 60 * Math.sqrt(index) * Math.cos(index * 2.399963); node.y = 60 * Math.sqrt(index) * Math.sin(index * 2.399963); });
    for (let step = 0; step < 120; step += 1) {
      const moves = all.map((node) => [-node.x * 0.6, -node.y * 0.6]);
      for (let one = 0; one < all.length; one += 1) for (let other = one + 1; other < all.length; other += 1) {
        const [dx, dy] = [all[one].x - all[other].x, all[one].y - all[other].y];
        const push = 10000 / Math.max(dx * dx + dy * dy, 25);
        moves[one][0] += dx * push; moves[one][1] += dy * push; moves[other][0] -= dx * push; moves[other][1] -= dy * push;
      }
      for (const edge of edges.values()) {
        const [one, other] = [row.get(edge.from), row.get(edge.to)];
        const [dx, dy] = [all[one].x - all[other].x, all[one].y - all[other].y];
        const pull = Math.hypot(dx, dy) / 100;
        moves[one][0] -= dx * pull; moves[one][1] -= dy * pull; moves[other][0] += dx * pull; moves[other][1] += dy * pull;
      }
      const heat = 80 * (1 - step / 120) + 1;
      all.forEach((node, index) => {
        const [x, y] = moves[index];
        const length = Math.max(Math.hypot(x, y), 1e-6);
        node.x += x / length * Math.min(length, heat);
        node.y += y / length * Math.min(length, heat);
      });
    }
  }

  return { rows: Rows, chart: Chart, network: Network };
}
