// Take down policy violations and layout shifts from the first moment on; a shift counts once, whatever it moved.
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    window.shifts.push([entry.value, entry.sources.map(source => source.node?.nodeName ?? "?").join(" ")]);
}).observe({type: "layout-shift", buffered: true});
