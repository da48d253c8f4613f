// Loads comments from their services: those of the page itself at once. `comments-page.js` names another post.
export const boxes = [...document.querySelectorAll("[data-discussion]")];

export const fail = (box) => { box.querySelector("[role=alert]").hidden = false; };

// What a service would read from the post's own page is told to it where it is loaded on another page: `post`.
export function load(box, post) {
  const { script: src, attributes, term, call } = JSON.parse(box.dataset.discussion);
  const script = document.createElement("script");
  for (const [name, value] of Object.entries(attributes ?? {})) script.setAttribute(name, value);
  if (post && term) script.setAttribute(term[0], post[term[1]]);
  const more = post ? [{ createBoxUrl: (id) => `${post.url}#${id}` }] : [];
  script.onload = () => { if (call) window[call[0]](...call.slice(1), ...more); };
  script.onerror = () => fail(box);
  script.src = src;
  box.append(script);
}

if (!document.querySelector("[data-root]")) boxes.forEach((box) => load(box));
