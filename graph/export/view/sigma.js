// The drawing by sigma.js, on the graphics card: thousands of nodes. One shape for each family, hollow for "noted".
const SHAPES = { upr: 0, treatyBodies: 1, specialProcedures: 2, programme: 3, other: 4 };

const SHAPE_VERTEX = `
attribute vec4 a_id; attribute vec4 a_color; attribute vec2 a_position; attribute float a_size; attribute float a_angle; attribute float a_shape;
uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio;
varying vec4 v_color; varying vec2 v_way; varying float v_radius; varying float v_shape;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 way = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + way, 1)).xy, 0, 1);
  v_way = way; v_radius = size / 2.0; v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const SHAPE_FRAGMENT = `
precision highp float;
varying vec4 v_color; varying vec2 v_way; varying float v_radius; varying float v_shape;
uniform float u_correctionRatio;
float reach(vec2 p, float shape) {
  if (shape < 0.5) return length(p);
  if (shape < 1.5) return max(abs(p.x), abs(p.y)) / 0.8;
  if (shape < 2.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) / 0.5;
  if (shape < 3.5) return abs(p.x) + abs(p.y);
  return max(abs(p.x), abs(p.x) * 0.5 + abs(p.y) * 0.866) / 0.85;
}
void main(void) {
  float shape = mod(v_shape, 8.0);
  float far = reach(v_way / v_radius, shape);
  #ifdef PICKING_MODE
  if (far > 1.15) discard;
  gl_FragColor = v_color;
  #else
  float soft = u_correctionRatio * 1.5 / v_radius;
  float whole = 1.0 - smoothstep(1.0 - soft, 1.0, far);
  float hole = v_shape > 7.5 ? 0.85 * (1.0 - smoothstep(0.6 - soft, 0.6, far)) : 0.0;
  gl_FragColor = v_color * max(whole - hole, 0.0);
  #endif
}`;

function shapeProgram() {
  const Circle = Sigma.rendering.NodeCircleProgram;
  return class extends Circle {
    getDefinition() {
      const told = super.getDefinition();
      return { ...told, VERTEX_SHADER_SOURCE: SHAPE_VERTEX, FRAGMENT_SHADER_SOURCE: SHAPE_FRAGMENT,
               ATTRIBUTES: [...told.ATTRIBUTES, { name: "a_shape", size: 1, type: WebGLRenderingContext.FLOAT }] };
    }
    processVisibleItem(index, start, data) {
      super.processVisibleItem(index, start, data);
      this.array[start + 5] = data.mark;
    }
  };
}

// The straight line of sigma, cut into dashes along its way on the screen.
function dashProgram() {
  const Line = Sigma.rendering.EdgeRectangleProgram;
  return class extends Line {
    getDefinition() {
      const told = super.getDefinition();
      const vertex = told.VERTEX_SHADER_SOURCE.replace(/void main\s*\(\s*(void)?\s*\)\s*\{/,
        "varying float v_along;\nvoid main() {\n  v_along = a_positionCoef * length((u_matrix * vec3(a_positionEnd - a_positionStart, 0.0)).xy) * 45.0;");
      const fragment = told.FRAGMENT_SHADER_SOURCE.replace(/void main\s*\(\s*(void)?\s*\)\s*\{/,
        "varying float v_along;\nvoid main(void) {\n  if (fract(v_along) > 0.55) discard;");
      return { ...told, VERTEX_SHADER_SOURCE: vertex, FRAGMENT_SHADER_SOURCE: fragment };
    }
  };
}

function sigmaDrawing(box, choose, open) {
  let look = sigmaLook();
  let seenNodes = new Set();
  let seenEdges = new Set();
  let marked = null;
  let around = new Set();
  const graph = new graphology.MultiDirectedGraph();
  const renderer = new Sigma(graph, box, {
    allowInvalidContainer: true,
    defaultNodeType: "shape", nodeProgramClasses: { shape: shapeProgram() },
    defaultEdgeType: "line", edgeProgramClasses: { line: Sigma.rendering.EdgeRectangleProgram, dashes: dashProgram() },
    labelRenderedSizeThreshold: 7, labelDensity: 0.5, labelGridCellSize: 170, labelSize: 12, labelColor: { color: look.text }, labelFont: "sans-serif",
    hideEdgesOnMove: false, hideLabelsOnMove: true, minCameraRatio: 0.01, maxCameraRatio: 4, zIndex: true,
    enableEdgeEvents: false, defaultDrawNodeHover: sigmaHover(() => look),
    nodeReducer: (id, data) => {
      if (!seenNodes.has(id)) return { ...data, hidden: true };
      if (id === marked) return { ...data, size: data.size + 5, highlighted: true, forceLabel: true, zIndex: 2 };
      if (marked && !around.has(id)) return { ...data, color: look.faint, label: "" };
      return data;
    },
    edgeReducer: (id, data) => {
      if (!seenEdges.has(id)) return { ...data, hidden: true };
      if (marked && !graph.hasExtremity(id, marked)) return { ...data, color: look.faintest };
      return marked ? { ...data, color: look.text, size: data.size + 0.6, zIndex: 1 } : data;
    },
  });
  renderer.on("clickNode", (event) => choose(event.node));
  renderer.on("clickStage", () => choose(null));
  renderer.on("doubleClickNode", (event) => { event.preventSigmaDefault(); open(event.node); });
  return {
    name: "sigma",
    renderer,
    show(allNodes, allEdges, keptNodes, keptEdges) {
      seenNodes = keptNodes;
      seenEdges = keptEdges;
      for (const id of graph.edges()) if (!allEdges.has(id)) graph.dropEdge(id);
      for (const id of graph.nodes()) if (!allNodes.has(id)) graph.dropNode(id);
      for (const node of allNodes.values()) if (!graph.hasNode(node.id)) graph.addNode(node.id, sigmaNode(node, look, allNodes.size));
      for (const edge of allEdges.values()) if (!graph.hasEdge(edge.id)) graph.addEdgeWithKey(edge.id, edge.from, edge.to, sigmaEdge(edge, look));
      renderer.setSetting("hideEdgesOnMove", keptNodes.size > 1500);
      renderer.refresh();
    },
    mark(id, move) {
      marked = id && graph.hasNode(id) ? id : null;
      around = new Set(marked ? graph.neighbors(marked) : []);
      renderer.refresh({ skipIndexation: true });
      const place = marked && renderer.getNodeDisplayData(marked);
      if (move && place) renderer.getCamera().setState({ x: place.x, y: place.y, ratio: Math.min(renderer.getCamera().ratio, 0.35) });
    },
    zoom: (factor) => renderer.getCamera().setState({ ratio: renderer.getCamera().ratio / factor }),
    fit: () => renderer.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    restyle() {
      look = sigmaLook();
      renderer.setSetting("labelColor", { color: look.text });
      graph.updateEachNodeAttributes((id, data) => ({ ...data, color: look.families[data.family] || look.families.other }));
      graph.updateEachEdgeAttributes((id, data) => ({ ...data, color: data.basis === "decided" ? look.text : look.edge }));
    },
  };
}

// What stands behind the name of a node that is pointed at or chosen: readable in light and dark.
function sigmaHover(look) {
  return (context, data, settings) => {
    if (!data.label) return;
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(data.label).width + 12;
    context.fillStyle = look().ground;
    context.strokeStyle = look().text;
    context.beginPath();
    context.rect(data.x + data.size + 1, data.y - 11, width, 22);
    context.fill();
    context.stroke();
    context.fillStyle = look().text;
    context.fillText(data.label, data.x + data.size + 7, data.y + 4);
  };
}

function sigmaLook() {
  const dark = document.documentElement.getAttribute("data-bs-theme") === "dark";
  return {
    families: Object.fromEntries(Object.keys(SHAPES).map((name) => [name, colour(`--rg-${name}`)])),
    text: dark ? "#dee2e6" : "#212529", ground: dark ? "#262b31" : "#ffffff",
    edge: dark ? "#7d8793" : "#9aa4b0", faint: dark ? "#454d57" : "#d3d9df", faintest: dark ? "#30363d" : "#e8ecef",
  };
}

function sigmaNode(node, look, many) {
  const size = many > 800 ? 4 : many > 300 ? 5 : 8;
  const noted = node.positioned && node.position === "noted";
  return { x: node.x, y: -node.y, label: node.label.length > 42 ? `${node.label.slice(0, 40)}…` : node.label, family: node.group,
           size: node.central ? size + 5 : size, color: look.families[node.group] || look.families.other,
           mark: (SHAPES[node.group] ?? SHAPES.other) + (noted ? 8 : 0) };
}

function sigmaEdge(edge, look) {
  return { basis: edge.basis, type: edge.basis === "computed" ? "dashes" : "line", size: 0.4 + 1.6 * edge.score,
           color: edge.basis === "decided" ? look.text : look.edge };
}
