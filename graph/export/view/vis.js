// The drawing by vis-network: no springs run here, places are told. Stated links are whole lines, computed ones dashed.
const VIS_SHAPES = { upr: "dot", treatyBodies: "square", specialProcedures: "triangle", programme: "diamond", other: "hexagon" };

function visDrawing(box, choose, open) {
  let look = visLook();
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let seenNodes = new Set();
  let seenEdges = new Set();
  const shownNodes = new vis.DataView(nodes, { filter: (node) => seenNodes.has(node.id) });
  const shownEdges = new vis.DataView(edges, { filter: (edge) => seenEdges.has(edge.id) });
  const drawn = new vis.Network(box, { nodes: shownNodes, edges: shownEdges }, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { borderWidthSelected: 3 },
    edges: { smooth: false, selectionWidth: 2 },
    interaction: { hover: false, hideEdgesOnDrag: true, hideEdgesOnZoom: true, tooltipDelay: 200, keyboard: false },
  });
  drawn.on("selectNode", (event) => choose(event.nodes[0]));
  drawn.on("deselectNode", () => choose(null));
  drawn.on("doubleClick", (event) => { if (event.nodes.length) open(event.nodes[0]); });
  let many = false;
  return {
    name: "vis",
    show(allNodes, allEdges, keptNodes, keptEdges) {
      seenNodes = keptNodes;
      seenEdges = keptEdges;
      many = allNodes.size > 300;
      const first = nodes.length === 0;
      nodes.remove(nodes.getIds().filter((id) => !allNodes.has(id)));
      edges.remove(edges.getIds().filter((id) => !allEdges.has(id)));
      nodes.add([...allNodes.values()].filter((node) => !nodes.get(node.id)).map((node) => visNode(node, look, many)));
      edges.add([...allEdges.values()].filter((edge) => !edges.get(edge.id)).map((edge) => visEdge(edge, look, many)));
      shownNodes.refresh();
      shownEdges.refresh();
      if (first) drawn.fit({ animation: false });
    },
    mark(id, move) {
      if (id && seenNodes.has(id)) {
        drawn.selectNodes([id]);
        if (move) drawn.focus(id, { scale: Math.max(drawn.getScale(), 0.6), animation: false });
      } else drawn.unselectAll();
    },
    zoom: (factor) => drawn.moveTo({ scale: drawn.getScale() * factor }),
    fit: () => drawn.fit({ animation: false }),
    restyle() {
      look = visLook();
      nodes.update(nodes.map((node) => visNode(node.told, look, many)));
      edges.update(edges.map((edge) => visEdge(edge.told, look, many)));
    },
  };
}

function visLook() {
  const families = Object.fromEntries(Object.keys(VIS_SHAPES).map((name) => [name, colour(`--rg-${name}`)]));
  return { families, text: colour("--bs-body-color"), ground: colour("--rg-quiet"), edge: colour("--rg-edge") };
}

function visNode(node, look, many) {
  const own = look.families[node.group] || look.families.other;
  const noted = node.positioned && node.position === "noted";
  return {
    id: node.id, told: node, x: node.x, y: node.y,
    label: many && !node.central ? undefined : node.label.length > 40 ? `${node.label.slice(0, 38)}…` : node.label,
    title: node.label,
    shape: VIS_SHAPES[node.group] || VIS_SHAPES.other,
    size: node.central ? 22 : many ? 20 : 12,
    borderWidth: noted ? 3 : 1,
    color: { background: noted ? look.ground : own, border: own, highlight: { background: own, border: look.text } },
    font: { size: 12, color: look.text },
  };
}

function visEdge(edge, look, many) {
  return {
    id: edge.id, told: edge, from: edge.from, to: edge.to,
    width: 0.6 + 2 * edge.score,
    dashes: edge.basis === "computed",
    color: { color: edge.basis === "decided" ? look.text : look.edge, highlight: look.text, opacity: many ? 0.25 : 0.3 + 0.5 * edge.score },
    arrows: edge.directed ? { to: { enabled: true, scaleFactor: 0.4 } } : "",
  };
}
