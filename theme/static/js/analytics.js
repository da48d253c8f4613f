// Counts visits by the services that the owner names, once the reader has agreed, or at once where the owner says so.
const box = document.querySelector("[data-analytics]");
const told = JSON.parse(box.dataset.analytics);
const button = box.querySelector("button");

const load = (src, attributes = {}) => {
  const script = document.createElement("script");
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  script.src = src;
  document.head.append(script);
};
const queue = (name) => (window[name] ??= []);

const SERVICES = {
  gtag(id) {
    // Google wants the `arguments` of a function, not a list.
    const say = function () { queue("dataLayer").push(arguments); };
    say("js", new Date());
    say("config", id);
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
    queue("_paq").push(["trackPageView"], ["setTrackerUrl", `${uri}/matomo.php`], ["setSiteId", site_id]);
    load(`${uri}/matomo.js`);
  },
};
const start = () => Object.entries(told.services).forEach(([name, value]) => SERVICES[name](value));

if (told.always) start();
else {
  // A browser that keeps nothing is asked on each page.
  const kept = (() => { try { return localStorage; } catch { return {}; } })();
  const show = () => { button.textContent = kept.memoirAnalytics ? told.stop : told.start; };
  if (kept.memoirAnalytics) start();
  show();
  button.hidden = false;
  button.addEventListener("click", () => {
    if (kept.memoirAnalytics) delete kept.memoirAnalytics;
    else { kept.memoirAnalytics = "yes"; start(); }
    show();
  });
}
