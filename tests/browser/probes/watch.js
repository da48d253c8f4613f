// Take down policy violations and layout shifts from the first moment on.
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    for (const source of entry.sources)
      window.shifts.push([entry.value, source.node?.nodeName ?? "?", entry.hadRecentInput]);
}).observe({type: "layout-shift", buffered: true});
