// Fetches the network that the page tells and starts the view; the address follows the filters, so that it can be sent.
const bring = (source) => new Promise((done, failed) => {
  const script = document.createElement("script");
  Object.assign(script, { src: source, onload: done, onerror: failed });
  document.head.append(script);
});
// Without WebGL sigma cannot draw: vis-network does, on a plain canvas.
const plainly = async () => {
  await bring("/carried/vis/vis-network.min.js");
  await bring("/network/part/vis.js");
};

(async () => {
  const box = document.getElementById("network");
  const filters = document.getElementById("filters");
  const told = await (await fetch(box.dataset.source)).json();
  if (!window.vis && !(window.Sigma && canDraw3d())) await plainly();
  for (const id of ["stage", "chosen"]) document.getElementById(id).hidden = false;
  const load = async (node) => {
    const path = node.path.startsWith("/id/") ? node.path.slice(4) : null;
    if (!path) return { nodes: [], edges: [] };
    const answer = await fetch(`/network/data/${path}`);
    if (answer.status === 404) return { nodes: [], edges: [] };
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  };
  window.networkView = startNetwork(told, load);
  const address = () => `${window.location.pathname}?${new URLSearchParams(new FormData(filters))}`;
  filters.addEventListener("change", (event) => {
    if (event.target.hasAttribute("data-reload")) window.location.assign(address());
    else window.history.replaceState(null, "", address());
  });
})();
