// Runs before the first paint, so that a palette that was chosen does not flash up in the other one. The choice is kept by
// `src/ui/shell/take-theme.ts`. ES5, as `can-start.js` is.
try {
  var theme = localStorage.getItem('truehip-theme');
  if (theme) document.documentElement.setAttribute('data-theme', theme);
} catch (error) {
  // A browser that keeps nothing shows the palette of the system.
}
