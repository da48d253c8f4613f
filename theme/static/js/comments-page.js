// Shows the comments of the post that the page's address names: `?post=2022/year/`.
import { boxes, fail, load } from "./comments.js";

const here = document.querySelector("[data-root]");

// Of an address no more is taken than the path of a page of this site that says it has comments; all that services are
// told of the post is read from that page, which is never shown.
async function postNamed() {
  const root = new URL(here.dataset.root, location.href);
  const { href, origin, pathname } = new URL(`./${new URLSearchParams(location.search).get("post") ?? ""}`, root);
  if (!href.startsWith(root.href)) throw new Error("elsewhere");
  const answer = await fetch(origin + pathname, { mode: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || !page.querySelector(".comments-open")) throw new Error("no comments");
  const { href: url, pathname: path } = new URL(answer.url);
  return {
    url,
    pathname: path.length < 2 ? "index" : path.slice(1).replace(/\.\w+$/, ""),
    canonical: page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? url,
    title: page.title,
    "og:title": page.querySelector("meta[property='og:title']")?.getAttribute("content") ?? page.title,
  };
}

function show(post) {
  const back = here.querySelector("a");
  back.href = post.url;
  back.textContent = post["og:title"];
  document.title = `${document.querySelector("h1").textContent}: ${post.title}`;
  document.head.append(Object.assign(document.createElement("meta"), { name: "giscus:backlink", content: post.url }));
  window.disqus_config = function () { Object.assign(this.page, { url: post.url, title: post.title }); };
  boxes.forEach((box) => load(box, post));
}

postNamed().then(show).catch(() => boxes.forEach(fail));
