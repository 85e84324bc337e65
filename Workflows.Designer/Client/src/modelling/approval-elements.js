// What the palette offers first: the steps of an approval, as standard BPMN elements with what approvals need already filled in.
// A limit is filled in only where the law sets one; all others the analyst has to give.

const refused = { requiresOpinion: true };

/** @type {Record<string, {zh: string, en: string, icon: string, type: string, attributes?: object, outcomes?: object[], limits?: object[], operations?: string[], timer?: string, isCountersign?: boolean}>} */
export const approvalElements = {
  application: { zh: '申请', en: 'Application', icon: 'start-event-none', type: 'bpmn:StartEvent' },
  matter: { zh: '办理事项', en: 'Handle a matter', icon: 'call-activity', type: 'bpmn:CallActivity', attributes: { calledElement: 'standard-approval' } },
  acceptance: step('受理', 'Acceptance', 'acceptance', 'officer', {
    outcomes: [{ code: 'accept', name: '受理', matterState: 'accepted-at-window' }, { code: 'refuse', name: '不予受理', ...refused, matterState: 'acceptance-refused' }],
    limits: [{ amount: '5', unit: 'working-days', kind: 'acceptance', basis: '《中华人民共和国行政许可法》第三十二条' }],
    operations: ['correct']
  }),
  review: step('审查', 'Review', 'review', 'officer', {
    outcomes: [{ code: 'pass', name: '符合' }, { code: 'fail', name: '不符合', ...refused }],
    operations: ['correct']
  }),
  'site-visit': step('现场踏勘', 'Site visit', 'site-visit', 'officer', {
    outcomes: [{ code: 'pass', name: '符合' }, { code: 'fail', name: '不符合', ...refused }]
  }),
  consult: step('征求意见', 'Consult', 'consult', 'officer', {
    outcomes: [{ code: 'agree', name: '同意' }, { code: 'disagree', name: '不同意', ...refused }]
  }),
  countersign: step('会签', 'Countersign', 'consult', 'department-head', {
    outcomes: [{ code: 'agree', name: '同意' }, { code: 'disagree', name: '不同意', ...refused }],
    isCountersign: true
  }),
  decision: step('决定', 'Decision', 'decision', 'department-head', {
    outcomes: [{ code: 'approve', name: '准予许可', matterState: 'completed-approved' }, { code: 'reject', name: '不予许可', ...refused, matterState: 'completed-refused' }]
  }),
  certificate: step('制证', 'Certificate', 'certificate', 'officer', { outcomes: [{ code: 'issue', name: '已制证' }] }),
  delivery: step('送达', 'Delivery', 'delivery', 'window-clerk', {
    outcomes: [{ code: 'deliver', name: '已送达' }],
    limits: [{ amount: '10', unit: 'working-days', kind: 'delivery', basis: '《中华人民共和国行政许可法》第四十四条' }]
  }),
  fee: step('收费', 'Fee', 'fee', 'window-clerk', { outcomes: [{ code: 'paid', name: '已缴费' }] }),
  correction: step('补正', 'Correction', null, 'window-clerk', { outcomes: [{ code: 'corrected', name: '已补正' }, { code: 'missed', name: '逾期未补正', ...refused }] }),
  parallel: { zh: '并行', en: 'Parallel', icon: 'gateway-parallel', type: 'bpmn:ParallelGateway' },
  branch: { zh: '分支', en: 'Branch', icon: 'gateway-xor', type: 'bpmn:ExclusiveGateway' },
  join: { zh: '汇合', en: 'Join', icon: 'gateway-parallel', type: 'bpmn:ParallelGateway' },
  timer: { zh: '计时', en: 'Timer', icon: 'intermediate-event-catch-timer', type: 'bpmn:IntermediateCatchEvent', timer: 'P1D' },
  end: { zh: '结束', en: 'End', icon: 'end-event-none', type: 'bpmn:EndEvent' }
};

function step(zh, en, kind, role, more) {
  return { zh, en, icon: 'user-task', type: 'bpmn:UserTask', attributes: { 'approval:role': role, ...(kind && { 'approval:step': kind }) }, ...more };
}

// Gateways say by their mark what they are: a name would only repeat it.
const unnamed = ['parallel', 'join', 'branch'];

/** Makes shapes of the palette's elements. */
export function ApprovalElementFactory(bpmnFactory, elementFactory, elementRegistry, moddle) {
  /** @returns the shape, not yet in the drawing */
  return key => {
    const element = approvalElements[key];
    const businessObject = bpmnFactory.create(element.type, { id: freeId(key), name: unnamed.includes(key) ? undefined : element.zh, ...element.attributes });
    const extensions = [
      ...(element.outcomes ?? []).map(outcome => moddle.create('approval:Outcome', outcome)),
      ...(element.limits ?? []).map(limit => moddle.create('approval:TimeLimit', limit)),
      ...(element.operations ?? []).map(name => moddle.create('approval:Operation', { name }))
    ];
    if (extensions.length) {
      businessObject.extensionElements = owned(bpmnFactory.create('bpmn:ExtensionElements', { values: extensions }), businessObject);
      extensions.forEach(extension => owned(extension, businessObject.extensionElements));
    }

    if (element.timer) {
      const timeDuration = bpmnFactory.create('bpmn:FormalExpression', { body: element.timer });
      const timer = owned(bpmnFactory.create('bpmn:TimerEventDefinition', { timeDuration }), businessObject);
      owned(timeDuration, timer);
      businessObject.eventDefinitions = [timer];
    }

    if (element.isCountersign) {
      businessObject.set('approval:department', '= unit');
      businessObject.loopCharacteristics = owned(bpmnFactory.create('bpmn:MultiInstanceLoopCharacteristics', {
        isSequential: false,
        'approval:collection': `[${departments().map(code => JSON.stringify(code)).join(', ')}]`,
        'approval:item': 'unit',
        'approval:countersign': 'all'
      }), businessObject);
    }

    return elementFactory.createShape({ type: element.type, businessObject });
  };

  // An id that says what the step is reads well in conditions: accept.outcome = "refuse".
  function freeId(key) {
    const base = key.replace(/-/g, '_');
    for (let number = 1; ; number++) {
      const id = number === 1 ? base : `${base}_${number}`;
      if (!elementRegistry.get(id) && !moddle.ids.assigned(id)) {
        moddle.ids.claim(id, true);
        return id;
      }
    }
  }

  function departments() {
    return [...new Set(elementRegistry.filter(element => element.type === 'bpmn:Lane').map(lane => lane.businessObject.get('approval:department')).filter(Boolean))];
  }
}

ApprovalElementFactory.$inject = ['bpmnFactory', 'elementFactory', 'elementRegistry', 'moddle'];

function owned(child, parent) {
  child.$parent = parent;
  return child;
}
