// The palette: the steps of an approval first, all of BPMN one click away.
import { approvalElements } from './approval-elements.js';

const tools = ['hand-tool', 'lasso-tool', 'space-tool', 'global-connect-tool', 'tool-separator'];

// After bpmn-js's own provider, so that its entries are there to be taken from.
const PRIORITY = 500;

export function ApprovalPalette(palette, create, approvalElementFactory, language) {
  let isWhole = false;
  palette.registerProvider(PRIORITY, {
    getPaletteEntries: () => entries => ({
      ...Object.fromEntries(tools.map(tool => [tool, entries[tool]])),
      ...(isWhole ? Object.fromEntries(Object.entries(entries).filter(([name]) => !tools.includes(name))) : ours()),
      'more-separator': { group: 'more', separator: true },
      'more-elements': {
        group: 'more',
        className: 'approval-more',
        html: entry(other()),
        title: other(),
        action: { click: () => { isWhole = !isWhole; palette._rebuild(); } }
      }
    })
  });

  /** The name of the palette that is not shown. */
  function other() {
    return language === 'en' ? (isWhole ? 'Approval steps' : 'All of BPMN') : isWhole ? '审批环节' : '全部 BPMN 元素';
  }

  function ours() {
    return Object.fromEntries(Object.entries(approvalElements).map(([key, element]) => {
      const start = event => create.start(event, approvalElementFactory(key));
      const label = element[language] ?? element.zh;
      return [`approval.${key}`, { group: 'approval', html: entry(label, `bpmn-icon-${element.icon}`), title: label, action: { dragstart: start, click: start } }];
    }));
  }
}

ApprovalPalette.$inject = ['palette', 'create', 'approvalElementFactory', 'language'];

/** The labels are constants of this file and of the table beside it. */
function entry(label, icon) {
  return `<div class="entry approval-entry" draggable="true">${icon ? `<span class="${icon}" aria-hidden="true"></span>` : ''}<span>${label}</span></div>`;
}
