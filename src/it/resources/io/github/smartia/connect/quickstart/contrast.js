(() => {
  // The ratio of contrast, by WCAG, of the quietest text of the page.
  const luminance = colour => colour.match(/\d+/g).slice(0, 3).map(part => part / 255)
    .map(part => part > 0.04 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const style = selector => getComputedStyle(document.querySelector(selector));
  const [dark, light] = [style('dt').color, style('dl div').backgroundColor].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
})()
