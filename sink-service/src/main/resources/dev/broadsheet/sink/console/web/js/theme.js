// Runs before the first paint, so that a chosen theme does not flash in the other one. Classic script: modules come too late.
(() => {
  const chosen = localStorage.getItem('broadsheet.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
