// The drawing board. Created by DrawingBoard.razor.
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import minimap from 'diagram-js-minimap';
import approvalModdle from './approval-moddle.json';
import { ApprovalElementFactory } from './approval-elements.js';
import { ApprovalPalette } from './approval-palette.js';
import { describe, ElementProperties } from './element-properties.js';
import { keptDrawing } from './kept-drawing.js';
import { runPlayer } from './run-player.js';
import { missing, translation } from './translation.js';

const SETTLE = 300;
const RETRY = 2000;
const MARGIN = 40;

const approvalModule = {
  __init__: ['approvalPalette'],
  approvalPalette: ['type', ApprovalPalette],
  approvalElementFactory: ['factory', ApprovalElementFactory],
  elementProperties: ['factory', ElementProperties]
};

/**
 * @param {HTMLElement} host where is drawn
 * @param {object} dotnet the component: `ElementChosen(properties)`, `DrawingChanged()`, `RunStepped(step, count)`
 * @param {{language: string, name: string, readOnly: boolean}} options `name` tells drawings in the browser's store apart
 */
export function create(host, dotnet, options) {
  const modeler = new (options.readOnly ? NavigatedViewer : Modeler)({
    container: host,
    moddleExtensions: { approval: approvalModdle },
    additionalModules: [
      minimap,
      translation(options.language),
      ...(options.readOnly ? [] : [approvalModule])
    ]
  });
  const [canvas, registry, selection, overlays, commands] = ['canvas', 'elementRegistry', 'selection', 'overlays', 'commandStack'].map(name => modeler.get(name, false));
  const kept = keptDrawing(options.name);
  const player = runPlayer(canvas, registry, (step, count) => tell('RunStepped', step, count));
  let version = 0;
  let changes = 0;
  let settling = null;
  let chosen = null;
  let marked = [];

  modeler.on('selection.changed', ({ newSelection }) => choose(newSelection.length === 1 ? newSelection[0] : null));
  modeler.on('elements.changed', ({ elements }) => elements.some(element => element.id === chosen?.id) && choose(registry.get(chosen.id)));
  modeler.on('commandStack.changed', () => {
    changes++;
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE);
  });

  async function settle() {
    const { xml } = await modeler.saveXML({ format: true });
    kept.keep(xml, version);
    tellUntilHeard('DrawingChanged');
  }

  function choose(element) {
    chosen = element ?? null;
    tell('ElementChosen', chosen && chosen.businessObject && chosen.type !== 'label' ? describe(chosen.labelTarget ?? chosen) : null);
  }

  function tell(method, ...values) {
    return dotnet.invokeMethodAsync(method, ...values).catch(() => {});
  }

  // Without a connection nobody hears; the drawing is kept meanwhile.
  function tellUntilHeard(method) {
    dotnet.invokeMethodAsync(method).catch(() => setTimeout(() => tellUntilHeard(method), RETRY));
  }

  function fit() {
    const { inner, outer } = canvas.viewbox();
    if (!inner.width || !outer.width) {
      return;
    }

    const palette = host.querySelector('.djs-palette')?.offsetWidth ?? 0;
    const room = { width: outer.width - palette - 2 * MARGIN, height: outer.height - 2 * MARGIN };
    const scale = Math.min(1, room.width / inner.width, room.height / inner.height);
    canvas.viewbox({ x: inner.x - (palette + MARGIN) / scale, y: inner.y - MARGIN / scale, width: outer.width / scale, height: outer.height / scale });
  }

  function mark(marker, ids) {
    marked.filter(([one, id]) => one === marker && registry.get(id)).forEach(([, id]) => canvas.removeMarker(id, marker));
    marked = [...marked.filter(([one]) => one !== marker), ...ids.map(id => [marker, id])];
    ids.filter(id => registry.get(id)).forEach(id => canvas.addMarker(id, marker));
  }

  return {
    /** @returns {Promise<string[]>} what the file has that could not be drawn */
    async open(xml, openedVersion) {
      version = openedVersion;
      const { warnings } = await modeler.importXML(xml);
      fit();
      choose(null);
      return warnings.map(warning => warning.message);
    },
    /** Replaces the drawing by one that was kept: a change like any other, to be saved. */
    async restore(xml) {
      await modeler.importXML(xml);
      fit();
      changes++;
      await settle();
    },
    kept: () => kept.find()?.at ?? null,
    keptXml: () => new TextEncoder().encode(kept.find()?.xml ?? ''),
    forget: () => kept.forget(),
    changeCount: () => changes,
    async xml() {
      return new TextEncoder().encode((await modeler.saveXML({ format: true })).xml);
    },
    /** The server has the drawing of `savedChanges`; a later one is kept on. */
    saved(savedVersion, savedChanges) {
      version = savedVersion;
      if (savedChanges === changes) {
        kept.forget();
      }
    },
    async downloadSvg(name) {
      const { svg } = await modeler.saveSVG();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
    update(id, properties) { modeler.get('elementProperties')(id, properties); },
    select(id) {
      const element = registry.get(id);
      if (element) {
        selection.select(element);
        canvas.scrollToElement(element, 80);
      }
    },
    /** Adds a palette's element after the selected one, or into the first lane: for those who do not use the mouse. */
    append(key) {
      const shape = modeler.get('approvalElementFactory')(key);
      const [selected] = selection.get();
      const isStep = selected?.businessObject.$instanceOf('bpmn:FlowNode') && !selected.businessObject.$instanceOf('bpmn:EndEvent');
      const place = registry.filter(element => element.type === 'bpmn:Lane')[0] ?? registry.filter(element => element.type === 'bpmn:Participant')[0] ?? canvas.getRootElement();
      const added = isStep
        ? modeler.get('autoPlace').append(selected, shape)
        : modeler.get('modeling').createShape(shape, { x: (place.x ?? 0) + 120, y: (place.y ?? 0) + (place.height ?? 200) / 2 }, place);
      selection.select(added);
    },
    connect(from, to) {
      if (registry.get(from) && registry.get(to)) {
        modeler.get('modeling').connect(registry.get(from), registry.get(to));
      }
    },
    remove(id) {
      if (registry.get(id)) {
        modeler.get('modeling').removeElements([registry.get(id)]);
      }
    },
    elements: () => registry.filter(element => element.type !== 'label' && element.businessObject?.$instanceOf('bpmn:FlowNode'))
      .map(element => ({ id: element.id, type: element.businessObject.$type.replace('bpmn:', ''), name: element.businessObject.name ?? null })),
    /** @param {{id: string, severity: string, text: string}[]} findings */
    findings(findings) {
      overlays.remove({ type: 'finding' });
      const byElement = Map.groupBy(findings.filter(finding => registry.get(finding.id) && registry.get(finding.id) !== canvas.getRootElement()), finding => finding.id);
      for (const [id, ofElement] of byElement) {
        const badge = document.createElement('div');
        badge.className = `finding-badge finding-${ofElement.some(finding => finding.severity === 'error') ? 'error' : 'warning'}`;
        badge.textContent = String(ofElement.length);
        badge.title = ofElement.map(finding => finding.text).join('\n');
        overlays.add(id, 'finding', { position: { top: -10, left: -10 }, html: badge });
      }
    },
    criticalPath: ids => mark('critical-path', ids),
    changes(added, changed) {
      mark('change-added', added);
      mark('change-changed', changed);
    },
    play: ids => player.play(ids),
    showStep: (ids, step) => player.show(ids, step),
    stopPlaying: () => player.clear(),
    undo: () => commands.canUndo() && commands.undo(),
    redo: () => commands.canRedo() && commands.redo(),
    zoomIn: () => modeler.get('zoomScroll').stepZoom(1),
    zoomOut: () => modeler.get('zoomScroll').stepZoom(-1),
    search: () => modeler.get('searchPad', false)?.toggle(),
    minimap: () => modeler.get('minimap').toggle(),
    fit,
    missingTexts: () => [...missing],
    destroy() {
      clearTimeout(settling);
      player.clear();
      modeler.destroy();
    }
  };
}
