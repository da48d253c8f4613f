// Go to an anchor; true where something covers what it names.
async (link) => {
  location.hash = link;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const target = document.getElementById(decodeURIComponent(link.slice(1)));
  const box = target.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + 8, box.top + Math.min(box.height, 40) / 2);
  return !top || !(target.contains(top) || top.contains(target));
}
