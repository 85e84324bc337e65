// A BPMN diagram that is looked at, with the state of a case on it. Created by ProcessDiagramView.razor.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

const MARGIN = 24;
const LOWEST = 220;
const HIGHEST = 620;
const ZOOM_STEP = 1.25;

/**
 * @param {HTMLElement} host where the diagram is drawn
 * @param {object} dotnet the component: `ElementSelected(id)` is called when an element is clicked
 */
export function create(host, dotnet) {
  const viewer = new NavigatedViewer({ container: host, zoomScroll: { enabled: false } });
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  const zoomScroll = viewer.get('zoomScroll');
  let marked = [];
  let selected = null;

  // The wheel scrolls the page until the diagram is worked in; otherwise nobody could scroll past it.
  host.addEventListener('focusin', () => zoomScroll.toggle(true));
  host.addEventListener('focusout', () => zoomScroll.toggle(false));

  viewer.on('element.click', ({ element }) => {
    if (element.businessObject?.$instanceOf('bpmn:FlowNode')) {
      dotnet.invokeMethodAsync('ElementSelected', element.id);
    }
  });

  let width = 0;
  const resize = new ResizeObserver(() => {
    if (host.clientWidth !== width) {
      width = host.clientWidth;
      fit();
    }
  });
  resize.observe(host);

  /** Shows the whole diagram with a margin around it, never larger than life, as high as it needs. */
  function fit() {
    const { inner } = canvas.viewbox();
    if (!inner.width || !host.clientWidth) {
      return;
    }

    const room = host.clientWidth - 2 * MARGIN;
    const wanted = Math.min(1, room / inner.width) * inner.height + 2 * MARGIN;
    host.style.height = `${Math.round(Math.min(HIGHEST, Math.max(LOWEST, wanted)))}px`;
    canvas.resized();

    const scale = Math.min(1, room / inner.width, (host.clientHeight - 2 * MARGIN) / inner.height);
    const shown = { width: host.clientWidth / scale, height: host.clientHeight / scale };
    canvas.viewbox({ x: inner.x - (shown.width - inner.width) / 2, y: inner.y - (shown.height - inner.height) / 2, ...shown });
  }

  /** @param {Record<string, string>} states element id to state word @param {Record<string, number>} tokens element id to count */
  function mark(states, tokens) {
    marked.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
    marked = Object.entries(states).map(([id, state]) => [id, `case-${state}`]).filter(([id]) => registry.get(id));
    marked.forEach(([id, marker]) => canvas.addMarker(id, marker));

    overlays.remove({ type: 'tokens' });
    Object.entries(tokens).filter(([id]) => registry.get(id)).forEach(([id, count]) => {
      const html = document.createElement('div');
      html.className = 'case-token';
      html.textContent = String(count);
      overlays.add(id, 'tokens', { position: { top: -11, right: 11 }, html });
    });
  }

  return {
    /** @returns {Promise<string[]>} what the diagram's file has that could not be drawn */
    async show(xml) {
      marked = [];
      selected = null;
      const { warnings } = await viewer.importXML(xml);
      fit();
      return warnings.map(warning => warning.message);
    },
    mark,
    fit,
    zoom(step) { canvas.zoom(canvas.zoom() * ZOOM_STEP ** step); },
    select(id) {
      if (selected && registry.get(selected)) {
        canvas.removeMarker(selected, 'case-selected');
      }

      selected = id;
      if (id && registry.get(id)) {
        canvas.addMarker(id, 'case-selected');
        canvas.scrollToElement(id, MARGIN);
      }
    },
    destroy() {
      resize.disconnect();
      viewer.destroy();
    }
  };
}
