// A network to explore: filters, a list beside the drawing, a panel for what is chosen, expanding and folding.
// `NetworkView` knows the network; a drawing (vis.js, sigma.js) only shows what it is told and reports what is chosen.
// Nothing here builds HTML from text.
const LISTED = 60;
const TIES = 24;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

class NetworkView {
  // `load(node)` fetches a node's own network, or is null where everything is told already.
  constructor(told, parts, draw, load) {
    this.words = told.words;
    this.parts = parts;
    this.load = load;
    this.nodes = new Map();
    this.edges = new Map();
    this.near = new Map();
    this.folded = new Set();
    this.grown = new Map();
    this.chosen = null;
    this.take(told);
    this.drawing = draw(parts.box, (id) => this.choose(id), (id) => this.open(id));
    parts.filters.addEventListener("input", () => this.show());
    parts.find.addEventListener("input", () => this.list());
    parts.list.addEventListener("keydown", (event) => this.walk(event));
    parts.chosen.append(element("p", this.words.says.nothing, { class: "quiet" }));
    this.show();
    const centre = [...this.nodes.values()].find((node) => node.central);
    if (centre) this.choose(centre.id);
    requestAnimationFrame(() => requestAnimationFrame(() => { parts.box.dataset.drawn = String(this.nodes.size); }));
  }

  take(told) {
    const fresh = { nodes: [], edges: [] };
    for (const node of told.nodes) {
      if (this.nodes.has(node.id)) continue;
      node.words = `${node.label} ${node.text || ""}`.toLowerCase();
      this.nodes.set(node.id, node);
      this.near.set(node.id, new Set());
      fresh.nodes.push(node.id);
    }
    for (const edge of told.edges) {
      if (this.edges.has(edge.id)) continue;
      this.edges.set(edge.id, edge);
      this.near.get(edge.from).add(edge.id);
      this.near.get(edge.to).add(edge.id);
      fresh.edges.push(edge.id);
    }
    return fresh;
  }

  wanted() {
    const form = this.parts.filters;
    // What has no box came with an expansion: it is shown.
    const of = (name) => {
      const boxes = [...form.querySelectorAll(`input[name="${name}"]`)];
      const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
      return { has: (value) => !off.has(value) };
    };
    const theme = form.querySelector("[name=theme]");
    const score = form.querySelector("[name=score]");
    const output = form.querySelector("output");
    if (output) output.textContent = `${Math.round(score.value * 100)}\u202f%`;
    return { family: of("family"), position: of("position"), relation: of("relation"), basis: of("basis"),
             theme: theme ? theme.value : "", score: score ? Number(score.value) : 0 };
  }

  fits(node, wanted) {
    if (!wanted.family.has(node.group)) return false;
    if (node.positioned && !wanted.position.has(node.position || "")) return false;
    return !wanted.theme || node.central || (node.themes || []).includes(wanted.theme);
  }

  // Which nodes and edges the filters and folds leave.
  visible() {
    const wanted = this.wanted();
    const nodes = new Set();
    for (const node of this.nodes.values()) if (this.fits(node, wanted)) nodes.add(node.id);
    const edges = [...this.edges.values()].filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)
      && wanted.relation.has(edge.relation) && wanted.basis.has(edge.basis) && edge.score >= wanted.score - 1e-9);
    const degree = new Map();
    for (const edge of edges) for (const end of [edge.from, edge.to]) degree.set(end, (degree.get(end) || 0) + 1);
    const away = new Set();
    for (const edge of edges) {
      if (this.folded.has(edge.from) && degree.get(edge.to) === 1) away.add(edge.to);
      if (this.folded.has(edge.to) && degree.get(edge.from) === 1) away.add(edge.from);
    }
    const kept = new Set([...nodes].filter((id) => (degree.has(id) && !away.has(id)) || this.nodes.get(id).central));
    return { nodes: kept, edges: edges.filter((edge) => kept.has(edge.from) && kept.has(edge.to)) };
  }

  show() {
    const seen = this.visible();
    this.seen = seen;
    this.seenEdges = new Set(seen.edges.map((edge) => edge.id));
    this.drawing.show(this.nodes, this.edges, seen.nodes, this.seenEdges);
    this.parts.shown.textContent = this.words.says.shown.replace("{nodes}", seen.nodes.size).replace("{links}", seen.edges.length);
    this.parts.box.dataset.shown = `${seen.nodes.size} ${seen.edges.length}`;
    this.list();
    if (this.chosen) this.panel();
  }

  // The list beside the drawing: the best linked first, or what the search finds.
  list() {
    const words = this.parts.find.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = [...this.seen.nodes].map((id) => this.nodes.get(id)).filter((node) => words.every((word) => node.words.includes(word)));
    const weight = (node) => this.near.get(node.id).size;
    found.sort((one, other) => weight(other) - weight(one) || (one.label < other.label ? -1 : 1));
    const rows = found.slice(0, LISTED).map((node) => {
      const row = element("li");
      const button = element("button", node.label, { type: "button", "data-id": node.id, tabindex: "-1" });
      button.prepend(element("span", "", { class: `dot ${node.group}` }));
      button.addEventListener("click", () => this.choose(node.id, true));
      if (node.id === this.chosen) button.setAttribute("aria-current", "true");
      row.append(button);
      return row;
    });
    if (found.length > LISTED) rows.push(element("li", this.words.says.more, { class: "quiet" }));
    this.parts.list.replaceChildren(...rows);
    const first = this.parts.list.querySelector("[aria-current]") || this.parts.list.querySelector("button");
    if (first) first.tabIndex = 0;
  }

  walk(event) {
    const buttons = [...this.parts.list.querySelectorAll("button")];
    const here = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || !buttons.length) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = -1;
    const next = buttons[Math.max(0, Math.min(to, buttons.length - 1))];
    next.tabIndex = 0;
    next.focus();
  }

  choose(id, move = false) {
    this.chosen = id && this.nodes.has(id) ? id : null;
    this.drawing.mark(this.chosen, move);
    for (const button of this.parts.list.querySelectorAll("button")) {
      if (button.dataset.id === this.chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    this.panel();
  }

  open(id) {
    const node = this.nodes.get(id);
    if (node && node.path) window.location.assign(node.path);
  }

  panel() {
    const box = this.parts.chosen;
    const node = this.nodes.get(this.chosen);
    if (!node) return box.replaceChildren(element("p", this.words.says.nothing, { class: "quiet" }));
    const says = this.words.says;
    const marks = element("p", "", { class: "marks" });
    marks.append(element("span", this.words.families[node.group] || node.group, { class: `badge family ${node.group}` }));
    if (node.positioned) marks.append(" ", element("span", this.words.positions[node.position || ""], { class: `badge position ${node.position || "none"}` }));
    const acts = element("p", "", { class: "acts" });
    if (node.path) acts.append(element("a", says.read, { href: node.path, class: "btn btn-sm btn-outline-secondary" }));
    if (this.load && !node.central && !this.grown.has(node.id)) acts.append(this.act(says.expand, () => this.expand(node)));
    const folded = this.folded.has(node.id);
    acts.append(this.act(folded ? says.unfold : says.collapse, () => this.fold(node)));
    box.replaceChildren(element("h2", node.label), marks, element("p", node.text || "", { dir: "auto", class: "words" }), acts, ...this.panelLinks(node));
  }

  act(words, does) {
    const button = element("button", words, { type: "button", class: "btn btn-sm btn-outline-secondary" });
    button.addEventListener("click", does);
    return button;
  }

  panelLinks(node) {
    const edges = [...this.near.get(node.id)].filter((id) => this.seenEdges.has(id)).map((id) => this.edges.get(id));
    edges.sort((one, other) => other.score - one.score);
    const list = element("ul", "", { class: "ties" });
    for (const edge of edges.slice(0, TIES)) list.append(this.tie(node, edge));
    if (edges.length > TIES) list.append(element("li", this.words.says.rest.replace("{number}", edges.length - TIES)));
    return edges.length ? [element("h3", `${this.words.says.links} (${edges.length})`), list] : [];
  }

  tie(node, edge) {
    const other = this.nodes.get(edge.from === node.id ? edge.to : edge.from);
    const row = element("li");
    const towards = !edge.directed ? "" : edge.from === node.id ? "→ " : "← ";
    row.append(`${towards}${this.words.relations[edge.relation] || edge.relation} `);
    const button = element("button", other.label, { type: "button", class: "tie" });
    button.addEventListener("click", () => this.choose(other.id, true));
    row.append(button, ` ${this.words.bases[edge.basis]}, ${Math.round(edge.score * 100)}\u202f% `);
    if (edge.why) row.append(element("span", edge.why, { class: "quiet" }));
    else if (node.name && other.name && edge.relation !== "names") {
      const asked = new URLSearchParams({ one: node.name, other: other.name });
      row.append(element("a", this.words.says.why, { href: `/explain?${asked}` }));
    }
    return row;
  }

  async expand(node) {
    let told;
    try { told = await this.load(node); } catch { told = null; }
    if (!told || !told.nodes.length) {
      this.parts.chosen.append(element("p", told ? this.words.says.alone : this.words.says.failed, { role: "status" }));
      return;
    }
    const centre = told.nodes.find((one) => one.id === node.id) || { x: 0, y: 0 };
    const fresh = told.nodes.filter((one) => !this.nodes.has(one.id));
    const reach = Math.max(1, ...fresh.map((one) => Math.hypot(one.x - centre.x, one.y - centre.y)));
    const room = 120 + 12 * Math.sqrt(fresh.length);
    for (const one of fresh) {
      one.x = node.x + (one.x - centre.x) * room / reach;
      one.y = node.y + (one.y - centre.y) * room / reach;
      one.central = false;
    }
    const grown = this.take(told);
    this.grown.set(node.id, grown);
    this.folded.delete(node.id);
    this.show();
    if (!grown.edges.length) this.parts.chosen.append(element("p", this.words.says.alone, { role: "status" }));
  }

  // Folding takes back what an expansion of the node added, as far as nothing else holds it, and hides what hangs on it alone.
  fold(node) {
    if (this.folded.delete(node.id)) return this.show();
    const grown = this.grown.get(node.id);
    if (grown) {
      for (const id of grown.edges) this.dropEdge(id);
      for (const id of grown.nodes) if (!this.near.get(id).size) { this.nodes.delete(id); this.near.delete(id); }
      this.grown.delete(node.id);
    } else this.folded.add(node.id);
    this.show();
  }

  dropEdge(id) {
    const edge = this.edges.get(id);
    for (const end of edge ? [edge.from, edge.to] : []) this.near.get(end)?.delete(id);
    this.edges.delete(id);
  }
}

// Starts the view in a page that has its parts by id; `load` as above.
function startNetwork(told, load) {
  const part = (id) => document.getElementById(id);
  const parts = { box: part("network"), filters: part("filters"), find: part("find"), list: part("nodes"), chosen: part("chosen"), shown: part("shown") };
  const draw = window.Sigma && window.graphology && canDraw3d() ? sigmaDrawing : visDrawing;
  const view = new NetworkView(told, parts, draw, load);
  for (const [id, does] of [["nearer", () => view.drawing.zoom(1.4)], ["farther", () => view.drawing.zoom(1 / 1.4)], ["whole", () => view.drawing.fit()]]) {
    part(id)?.addEventListener("click", does);
  }
  new MutationObserver(() => { view.drawing.restyle(); view.show(); }).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
  return view;
}

function canDraw3d() {
  try { return Boolean(document.createElement("canvas").getContext("webgl2")); } catch { return false; }
}
