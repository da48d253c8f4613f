// What makes the page scroll sideways: [] where nothing does.
() => {
  const limit = document.documentElement.clientWidth;
  const page = document.scrollingElement.scrollWidth;
  if (page <= limit) return [];
  const scrolls = (element) => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX);
  const inside = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (scrolls(box)) return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > limit + 0.5 && !inside(element),
  );
  const names = wide.map((element) => `${element.nodeName}.${element.className} ${element.textContent.slice(0, 40)}`);
  return [`page ${page} > ${limit}`, ...names.slice(0, 5)];
}
