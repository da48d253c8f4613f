// Hangul words that begin on one line and end on another though a line could hold them.
() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const box = node.parentElement;
    if (box.closest("pre, code, script, style, svg, math") || !box.checkVisibility()) continue;
    for (const match of node.data.matchAll(/[\uAC00-\uD7A3]+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const parts = [...range.getClientRects()];
      if (new Set(parts.map((part) => Math.round(part.top))).size < 2) continue;
      let block = box;
      while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
      const width = parts.reduce((sum, part) => sum + part.width, 0);
      if (width < block.clientWidth - 1) found.push(match[0]);
    }
  }
  return found;
}
