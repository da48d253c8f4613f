// Counts a visit by the services that the owner names, once the reader has agreed, or at once where the owner says so.
const KEY = "memoir-analytics";
const box = document.querySelector("[data-analytics]");
const told = JSON.parse(box.dataset.analytics);
const button = box.querySelector("button");

const load = (src, attributes = {}) => {
  const script = document.createElement("script");
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  script.async = true;
  script.src = src;
  document.head.append(script);
};
const queue = (name) => (window[name] ??= []);

const SERVICES = {
  gtag(id) {
    queue("dataLayer");
    function gtag() { window.dataLayer.push(arguments); }
    gtag("js", new Date());
    gtag("config", id);
    load(`https://www.googletagmanager.com/gtag/js?id=${id}`);
  },
  gtm(id) {
    queue("dataLayer").push({ "gtm.start": Date.now(), event: "gtm.js" });
    load(`https://www.googletagmanager.com/gtm.js?id=${id}`);
  },
  cloudflare(token) {
    load("https://static.cloudflareinsights.com/beacon.min.js", { "data-cf-beacon": JSON.stringify({ token }) });
  },
  matomo({ site_id, uri }) {
    queue("_paq").push(["trackPageView"], ["enableLinkTracking"], ["setTrackerUrl", `${uri}/matomo.php`], ["setSiteId", site_id]);
    load(`${uri}/matomo.js`);
  },
};
const start = () => { for (const [name, value] of Object.entries(told.services)) SERVICES[name](value); };
const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
const remember = (yes) => { try { yes ? localStorage.setItem(KEY, "yes") : localStorage.removeItem(KEY); } catch { /* asked again */ } };
const show = (agreed) => { button.textContent = agreed ? told.stop : told.start; };

if (told.always) start();
else {
  let agreed = remembered() === "yes";
  if (agreed) start();
  show(agreed);
  button.hidden = false;
  button.addEventListener("click", () => {
    agreed = !agreed;
    remember(agreed);
    if (agreed) start();
    show(agreed);
  });
}
