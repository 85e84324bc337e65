// Small things that only the browser can do, for pages that have a circuit.
import { listen } from './list-keys.js';

listen();

/** Prints the page that is open. */
export function print() {
  window.print();
}

/** Tells style sheets and tests that the page answers: before, its buttons are drawn but do nothing. */
export function interactive() {
  document.body.dataset.interactive = '1';
}

/** Moves the keyboard to the first field that is wrong. */
export function focusFirstInvalid() {
  document.querySelector('[aria-invalid="true"], .invalid')?.focus();
}
