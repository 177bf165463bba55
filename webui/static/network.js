// Draws the network that the page's data route tells; nothing here builds HTML from text.
const box = document.getElementById("network");
const chosen = document.getElementById("chosen");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const FAMILIES = { upr: "dot", treatyBodies: "square", specialProcedures: "triangle", programme: "diamond", other: "dot" };

function groups() {
  const text = colour("--bs-body-color");
  const look = (name, shape) => ({
    shape,
    color: { background: colour(`--rg-${name}`), border: colour(`--rg-${name}`), highlight: { background: colour(`--rg-${name}`), border: text } },
  });
  return Object.fromEntries(Object.entries(FAMILIES).map(([name, shape]) => [name, look(name, shape)]));
}

function asNode(node, still) {
  return {
    ...node,
    shape: undefined,
    size: node.central ? 22 : 13,
    shapeProperties: { borderDashes: node.position === "noted" ? [4, 3] : false },
    borderWidth: node.position === "noted" ? 2 : 1,
    font: { size: still ? 18 : 13, color: colour("--bs-body-color") },
    title: node.text.slice(0, 300),
  };
}

function asEdge(edge) {
  return {
    ...edge,
    width: 1 + 3 * edge.score,
    dashes: !edge.stated,
    color: { color: colour(edge.relation === "contributesTo" ? "--rg-programme" : "--rg-edge"), opacity: 0.35 + 0.6 * edge.score },
    arrows: ["reinforces", "sameAsk", "groupedWith"].includes(edge.relation) ? "" : "to",
  };
}

function show(node) {
  chosen.replaceChildren();
  if (!node) return;
  const name = document.createElement(node.path ? "a" : "strong");
  name.textContent = node.label;
  if (node.path) name.setAttribute("href", node.path);
  const words = document.createElement("p");
  words.textContent = node.text;
  chosen.append(name, words);
}

async function draw() {
  const told = await (await fetch(box.dataset.source)).json();
  const nodes = new vis.DataSet(told.nodes.map((node) => asNode(node, told.still)));
  const edges = new vis.DataSet(told.edges.map(asEdge));
  const hidden = new Set();
  const view = new vis.DataView(edges, { filter: (edge) => !hidden.has(edge.relation) });
  const options = {
    groups: groups(),
    physics: told.still ? false : { stabilization: { iterations: 200 }, barnesHut: { springLength: 130, avoidOverlap: 0.3 } },
    interaction: { hover: true, hideEdgesOnDrag: told.still, keyboard: { enabled: true, bindToWindow: false } },
    layout: { randomSeed: 7, improvedLayout: !told.still },
    edges: { smooth: !told.still },
  };
  const network = new vis.Network(box, { nodes, edges: view }, options);
  const byId = new Map(told.nodes.map((node) => [node.id, node]));
  network.on("selectNode", (event) => show(byId.get(event.nodes[0])));
  network.on("deselectNode", () => show(null));
  network.on("doubleClick", (event) => {
    const node = byId.get(event.nodes[0]);
    if (node && node.path) window.location.assign(node.path);
  });
  network.once("afterDrawing", () => { box.dataset.drawn = String(told.nodes.length); });
  network.once("stabilizationIterationsDone", () => network.setOptions({ physics: false }));
  document.getElementById("relations").addEventListener("change", (event) => {
    if (event.target.checked) hidden.delete(event.target.value);
    else hidden.add(event.target.value);
    view.refresh();
  });
}

draw();
