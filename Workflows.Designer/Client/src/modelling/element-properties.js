// The properties of an element as the Razor panel shows them, and back: every change is one step of bpmn-js's command stack.
import { is } from 'bpmn-js/lib/util/ModelUtil';

const attributes = ['department', 'role', 'step', 'matter', 'form', 'decision', 'resultVariable', 'correlation', 'payload', 'connector'];
const outcomeParts = ['code', 'name', 'requiresOpinion', 'matterState'];
const limitParts = ['amount', 'unit', 'kind', 'owner', 'basis', 'assumed'];
const timerParts = ['timeDuration', 'timeDate', 'timeCycle'];

/** @returns what the panel shows of the element; texts that are not there are null */
export function describe(element) {
  const bo = element.businessObject;
  const extensions = bo.extensionElements?.values ?? [];
  const definition = bo.eventDefinitions?.[0];
  const loop = bo.loopCharacteristics;
  const timer = definition?.$type === 'bpmn:TimerEventDefinition' ? definition : null;
  return {
    id: element.id,
    type: bo.$type.replace('bpmn:', ''),
    name: bo.name ?? null,
    documentation: bo.documentation?.[0]?.text ?? null,
    ...(is(bo, 'bpmn:FlowNode') || is(bo, 'bpmn:Lane') ? Object.fromEntries(attributes.map(name => [name, (is(bo, 'bpmn:Lane') && name !== 'department' ? null : bo.get(`approval:${name}`)) ?? null])) : {}),
    calledElement: bo.calledElement ?? null,
    script: bo.script ?? null,
    condition: bo.conditionExpression?.body ?? null,
    isDefault: is(bo, 'bpmn:SequenceFlow') && bo.sourceRef?.default === bo,
    takesCondition: is(bo, 'bpmn:SequenceFlow') && ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'].includes(bo.sourceRef?.$type),
    eventDefinition: definition?.$type.replace('bpmn:', '').replace('EventDefinition', '') ?? null,
    timerKind: timer ? timerParts.find(part => timer[part]) ?? 'timeDuration' : null,
    timer: timer ? timerParts.map(part => timer[part]?.body).find(Boolean) ?? null : null,
    collection: loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? loop.get('approval:collection') ?? '' : null,
    outcomes: extensions.filter(value => value.$type === 'approval:Outcome').map(value => picked(value, outcomeParts)),
    timeLimits: extensions.filter(value => value.$type === 'approval:TimeLimit').map(value => picked(value, limitParts)),
    operations: extensions.filter(value => value.$type === 'approval:Operation').map(value => value.name),
    before: sourcesBefore(bo)
  };
}

function picked(value, parts) {
  return Object.fromEntries(parts.map(part => [part, value.get(part) ?? null]));
}

/** The steps that are done before the element: what a condition can read, and where a step may send back to. */
function sourcesBefore(bo) {
  const seen = new Map();
  const look = node => {
    for (const source of (node?.incoming ?? []).map(flow => flow.sourceRef).filter(source => source && !seen.has(source.id))) {
      seen.set(source.id, source);
      look(source);
    }
  };
  if (bo.$type === 'bpmn:SequenceFlow' && bo.sourceRef) {
    seen.set(bo.sourceRef.id, bo.sourceRef);
    look(bo.sourceRef);
  } else {
    look(bo);
  }

  return [...seen.values()].filter(source => is(source, 'bpmn:Activity')).map(source => ({
    id: source.id,
    name: source.name ?? source.id,
    outcomes: (source.extensionElements?.values ?? []).filter(value => value.$type === 'approval:Outcome').map(value => value.code)
  }));
}

/** Changes what the panel says; what it does not show stays. */
export function ElementProperties(modeling, elementRegistry, bpmnFactory, moddle) {
  return function update(id, wanted) {
    const element = elementRegistry.get(id);
    if (!element) {
      return;
    }

    const bo = element.businessObject;
    const now = describe(element);
    const changes = {};
    if ((wanted.name || null) !== now.name) {
      changes.name = wanted.name || undefined;
    }

    for (const name of attributes.filter(name => name in now && (wanted[name] || null) !== now[name])) {
      changes[`approval:${name}`] = wanted[name] || undefined;
    }

    for (const name of ['calledElement', 'script'].filter(name => (wanted[name] || null) !== now[name])) {
      changes[name] = wanted[name] || undefined;
    }

    if ((wanted.documentation || null) !== now.documentation) {
      changes.documentation = wanted.documentation ? [owned(bpmnFactory.create('bpmn:Documentation', { text: wanted.documentation }), bo)] : [];
    }

    if ((wanted.condition || null) !== now.condition) {
      changes.conditionExpression = wanted.condition ? owned(bpmnFactory.create('bpmn:FormalExpression', { body: wanted.condition }), bo) : undefined;
    }

    if (differs(wanted, now, ['outcomes', 'timeLimits', 'operations'])) {
      changes.extensionElements = extensionsOf(bo, wanted);
    }

    if (now.collection !== null && (wanted.collection ?? '') !== now.collection) {
      modeling.updateModdleProperties(element, bo.loopCharacteristics, { 'approval:collection': wanted.collection || undefined });
    }

    if (now.timerKind && (wanted.timer !== now.timer || wanted.timerKind !== now.timerKind)) {
      const timer = bo.eventDefinitions[0];
      const expression = owned(bpmnFactory.create('bpmn:FormalExpression', { body: wanted.timer ?? '' }), timer);
      modeling.updateModdleProperties(element, timer, Object.fromEntries(timerParts.map(part => [part, part === wanted.timerKind ? expression : undefined])));
    }

    if (Object.keys(changes).length) {
      modeling.updateProperties(element, changes);
    }

    if (wanted.isDefault !== now.isDefault) {
      modeling.updateProperties(element.source, { default: wanted.isDefault ? bo : undefined });
    }
  };

  function extensionsOf(bo, wanted) {
    const others = (bo.extensionElements?.values ?? []).filter(value => !['approval:Outcome', 'approval:TimeLimit', 'approval:Operation'].includes(value.$type));
    const values = [
      ...wanted.outcomes.map(outcome => moddle.create('approval:Outcome', given(outcome))),
      ...wanted.timeLimits.map(limit => moddle.create('approval:TimeLimit', given(limit))),
      ...wanted.operations.map(name => moddle.create('approval:Operation', { name })),
      ...others
    ];
    if (!values.length) {
      return undefined;
    }

    const extensions = owned(bpmnFactory.create('bpmn:ExtensionElements', { values }), bo);
    values.forEach(value => owned(value, extensions));
    return extensions;
  }
}

ElementProperties.$inject = ['modeling', 'elementRegistry', 'bpmnFactory', 'moddle'];

function differs(wanted, now, keys) {
  return keys.some(key => JSON.stringify(wanted[key].map(plain)) !== JSON.stringify(now[key].map(plain)));
}

const plain = value => (typeof value === 'string' ? value : given(value));

function given(value) {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== '' && part !== false));
}

function owned(child, parent) {
  child.$parent = parent;
  return child;
}
