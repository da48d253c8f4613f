// Where the focus is, and whether it can be seen; null where nothing has it.
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const parts = [...element.getClientRects()].filter((part) => part.width && part.height);
  const box = parts[0] ?? element.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
  const above = [0.3, 0.5, 0.7].map((part) => document.elementFromPoint(x, box.top + box.height * part));
  const own = (top) => top && (element.contains(top) || top.contains(element));
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  return {
    name: `${element.nodeName} ${element.textContent.trim().slice(0, 30)}`,
    seen: box.bottom > 0 && box.top < innerHeight,
    covered: !above.some(own),
    marked: ring || style.boxShadow !== "none",
  };
}
