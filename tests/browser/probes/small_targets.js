// Links of navigation lists that are less than 24 px high or wide.
() =>
  [...document.querySelectorAll("nav a")]
    .map((link) => [link.textContent.trim(), link.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
    .map(([text, box]) => `${text} ${Math.round(box.width)}x${Math.round(box.height)}`);
