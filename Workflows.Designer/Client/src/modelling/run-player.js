// Plays a run through a process step by step: where the tokens go until a flaw shows itself.
const STEP = 900;

export function runPlayer(canvas, elementRegistry, onStep) {
  let shown = [];
  let timer = null;

  function clear() {
    clearTimeout(timer);
    shown.filter(id => elementRegistry.get(id)).forEach(id => ['run-passed', 'run-now'].forEach(marker => canvas.removeMarker(id, marker)));
    shown = [];
  }

  /** Marks all elements up to a step. */
  function show(ids, step) {
    clear();
    shown = ids.slice(0, step + 1);
    shown.filter(id => elementRegistry.get(id)).forEach((id, index) => canvas.addMarker(id, index === shown.length - 1 ? 'run-now' : 'run-passed'));
    const now = elementRegistry.get(ids[step]);
    if (now) {
      canvas.scrollToElement(now, 80);
    }

    onStep(step, ids.length);
  }

  function play(ids, step = 0) {
    show(ids, step);
    if (step + 1 < ids.length) {
      timer = setTimeout(() => play(ids, step + 1), STEP);
    }
  }

  return { play, show, clear };
}
