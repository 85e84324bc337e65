// The keyboard in a list: J and K move down and up, Enter opens, C takes the row, X selects it, / goes to the search.
// On a work item: C takes it, A is its first outcome, R tells the applicant what is missing or sends back; each asks before anything is done.
// The focus itself moves, so that a screen reader follows and Enter is the link's own.

const rowLinks = () => [...document.querySelectorAll('[data-keys] tbody tr a[href]:first-of-type')].filter((link, index, all) =>
  all.findIndex(other => other.closest('tr') === link.closest('tr')) === index);

const moves = {
  j: () => step(1),
  k: () => step(-1),
  c: () => (document.activeElement?.closest('tr') ?? document.querySelector('div[data-keys]'))?.querySelector('[data-key="c"]')?.click(),
  x: () => document.activeElement?.closest('tr')?.querySelector('[data-key="x"]')?.click(),
  a: () => document.querySelector('div[data-keys] [data-key="a"]')?.click(),
  b: () => document.querySelector('div[data-keys] [data-key="b"]')?.click(),
  r: () => document.querySelector('div[data-keys] [data-key="r"]')?.click(),
  '/': () => document.querySelector('[data-key="/"]')?.focus()
};

function step(by) {
  const links = rowLinks();
  const current = links.findIndex(link => link.closest('tr').contains(document.activeElement));
  links[Math.max(0, Math.min(links.length - 1, current + by))]?.focus();
}

function isTyping(element) {
  return element?.matches?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
}

/** Listens on the whole document: pages without such a list are not touched. */
export function listen() {
  document.addEventListener('keydown', event => {
    const move = moves[event.key.toLowerCase()];
    if (!move || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !document.querySelector('[data-keys]')) {
      return;
    }

    event.preventDefault();
    move();
  });
}
