// The index of the search: loaded on first use, asked by parts of words, titles by initial consonants too (ㅎㄱ: 회고).

let posts;

export const fold = (text) => text.normalize("NFKC").toLowerCase();
export const termsOf = (query) => fold(query).split(/\s+/).filter(Boolean);

/** The posts that have every term, those with more of them in the title first, else the newest first. */
export async function find(terms, files) {
  posts ??= load(files);
  const all = await posts.catch((error) => { posts = undefined; throw error; });
  const inTitle = ({ name }) => terms.filter((term) => name.includes(term)).length;
  const has = ({ name, body }) => terms.every((term) => name.includes(term) || body.includes(term));
  return all.filter(has).sort((one, other) => inTitle(other) - inTitle(one));
}

/** The words around the first term, from the start of a word, and whether some are left out before and behind. */
export function passage({ text, body }, terms, length = 160) {
  const places = terms.map((term) => body.indexOf(term)).filter((place) => place >= 0 && place < text.length);
  const near = Math.max(0, (places.length ? Math.min(...places) : 0) - 40);
  const word = text.lastIndexOf(" ", near) + 1;
  const from = near - word < 20 ? word : near;
  return `${from ? "…" : ""}${text.slice(from, from + length)}${from + length < text.length ? "…" : ""}`;
}

async function load(files) {
  const parts = await Promise.all(files.map(async (file) => (await fetch(file)).json()));
  return parts.flat().map((post) => {
    const title = fold(post.title);
    return { ...post, name: `${title} ${initials(title)}`, body: fold(`${post.text} ${post.tags.join(" ")}`) };
  });
}

function initials(text) {
  return text.replace(/[가-힣]/g, (syllable) => String.fromCharCode(0x1100 + (syllable.charCodeAt() - 0xac00) / 588));
}
