// The page of the search: what is typed is looked for, listed with the words around it, and kept in the address.
import { find, passage, termsOf } from "./search-index.js";

const MOST = 100;
const form = document.querySelector("form[data-index]");
const said = document.querySelector("#said");
const list = document.querySelector("#found");
const row = document.querySelector("#row");
const { index, found, none, failed } = form.dataset;

async function search() {
  const terms = termsOf(form.q.value);
  history.replaceState(null, "", terms.length ? `?q=${encodeURIComponent(form.q.value)}` : location.pathname);
  try {
    const posts = terms.length ? await find(terms, index.split(" ")) : [];
    if (String(terms) !== String(termsOf(form.q.value))) return; // somebody typed on while the index was loading
    list.replaceChildren(...posts.slice(0, MOST).map((post) => item(post, terms)));
    said.textContent = terms.length ? (posts.length ? found : none).replace("{count}", posts.length) : "";
  } catch {
    said.textContent = failed;
  }
}

function item(post, terms) {
  const entry = row.content.cloneNode(true);
  const [link, date, text] = entry.querySelectorAll("a, small, p");
  link.href = post.url;
  link.replaceChildren(...marked(post.title, terms));
  date.textContent = post.date;
  text.append(...marked(passage(post, terms), terms));
  return entry;
}

function marked(text, terms) {
  const any = new RegExp(`(${terms.map((term) => term.replace(/\W/g, "\\$&")).join("|")})`, "i");
  return text.split(any).map((part, place) =>
    place % 2 ? Object.assign(document.createElement("mark"), { textContent: part }) : part);
}

form.addEventListener("input", search);
form.addEventListener("submit", (event) => event.preventDefault());
form.q.value = new URLSearchParams(location.search).get("q") ?? "";
if (form.q.value) search();
