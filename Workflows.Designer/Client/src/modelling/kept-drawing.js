// The last state of a drawing, in the browser: a lost connection or a closed tab loses nothing.

/** @param {string} name the draft and file @returns the keeper of one drawing */
export function keptDrawing(name) {
  const key = `workflows.drawing.${name}`;
  return {
    /** @param {number} version the version of the draft that the drawing goes back to */
    keep(xml, version) {
      try {
        localStorage.setItem(key, JSON.stringify({ xml, version, at: new Date().toISOString() }));
      } catch {
        // A full store keeps less; the server still has what was saved.
      }
    },
    /** @returns {{xml: string, version: number, at: string} | null} */
    find() {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null;
      }
    },
    forget() {
      localStorage.removeItem(key);
    }
  };
}
