// Keys of the review desk. Everything they do is a link or a button on the page; they can be switched off.
document.addEventListener("DOMContentLoaded", () => {
  const find = (what) => document.querySelector(what);
  const told = find("#told"), keys = find("#keys"), on = find("#keys-on");
  const STORE = "rightsgraph-desk-keys";
  const hint = find("#keys-hint");
  keys.hidden = false;
  if (hint) hint.hidden = false;
  try { on.checked = localStorage.getItem(STORE) !== "off"; } catch { /* no store: on for this page */ }
  on.addEventListener("change", () => {
    try { localStorage.setItem(STORE, on.checked ? "on" : "off"); } catch { /* for this page only */ }
  });

  // What was there when the page came is not announced by itself: it is said again in a moment.
  const said = told.textContent.trim();
  if (said) {
    const kept = [...told.childNodes];
    told.replaceChildren();
    setTimeout(() => told.replaceChildren(...kept), 150);
  }

  const say = (words) => {
    const line = document.createElement("p");
    line.className = "notice";
    line.textContent = words;
    told.replaceChildren(line);
  };
  const follow = (what, otherwise) => {
    const link = find(what);
    if (link) location.assign(link.href);
    else say(otherwise);
  };
  const send = (what, otherwise) => {
    const form = find(what);
    if (!form) say(otherwise);
    else if (!form.dataset.sent) {  // a second press is no second decision
      form.dataset.sent = "yes";
      form.requestSubmit();
    }
  };
  const acts = {
    j: () => follow("#next", "This is the last link."),
    k: () => follow("#previous", "This is the first link."),
    c: () => send("form.confirming", "There is no link to confirm."),
    r: () => { const why = find("form.rejecting input[name=why]"); if (why) why.focus(); },
    u: () => send("form.undoing", "You have nothing to undo."),
    "?": () => { on.focus(); keys.scrollIntoView(); },
  };
  const typing = (where) => where.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (!on.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target)) return;
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;  // gone back to
  });
});
