// Loads a page's comments from their service once the reader asks, or at once where the owner says so.
for (const box of document.querySelectorAll("[data-discussion]")) {
  const told = JSON.parse(box.dataset.discussion);
  const button = box.querySelector("button");
  const load = () => {
    const script = document.createElement("script");
    for (const [name, value] of Object.entries(told.attributes ?? {})) script.setAttribute(name, value);
    script.onload = () => { if (told.call) window[told.call[0]](...told.call.slice(1)); };
    script.onerror = () => { box.querySelector("[role=alert]").hidden = false; };
    script.src = told.script;
    button.hidden = true;
    box.append(script);
  };
  if (told.always) load();
  else {
    button.hidden = false;
    button.addEventListener("click", load);
  }
}
