import type { Fault, FaultCode } from '../errors.js';
import { ANY, hasStatus, isTerminal, REQUIREMENT_IDS } from './lifecycle.js';
import type { Lifecycle, LifecycleStep } from './lifecycle.js';

/**
 * Checks a lifecycle as a whole and returns all its faults at once, each with a JSON pointer into the lifecycle; an empty list
 * means that every status is known and reachable, no terminal status has an exit, and every condition can be checked.
 */
export function checkLifecycle(
  lifecycle: Lifecycle,
  knownRequirements: readonly string[] = REQUIREMENT_IDS,
): readonly Fault[] {
  return [
    ...statusFaults(lifecycle),
    ...lifecycle.steps.flatMap((step, index) => stepFaults(lifecycle, step, index, knownRequirements)),
    ...entryFaults(lifecycle),
    ...reachFaults(lifecycle),
  ];
}

const fault = (pointer: string, code: FaultCode, detail: string): Fault => ({ pointer, code, detail });
const token = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function statusFaults(lifecycle: Lifecycle): Fault[] {
  const named: [string, string][] = [
    ['/initial', lifecycle.initial],
    ...lifecycle.entries.map((id, index): [string, string] => [`/entries/${index}`, id]),
    ...lifecycle.terminal.map((id, index): [string, string] => [`/terminal/${index}`, id]),
  ];
  const faults = named
    .filter(([, id]) => !hasStatus(lifecycle, id))
    .map(([pointer, id]) => fault(pointer, 'unknown-reference', `The status ${id} is not among the statuses.`));
  if (hasStatus(lifecycle, ANY))
    faults.push(fault(`/statuses/${ANY}`, 'contradiction', 'The word "any" stands for every status and can be none.'));
  return faults;
}

function stepFaults(lifecycle: Lifecycle, step: LifecycleStep, index: number, known: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const add = (key: string, code: FaultCode, detail: string) =>
    faults.push(fault(`/steps/${index}${key}`, code, detail));
  if (step.from !== null && step.from !== ANY && !hasStatus(lifecycle, step.from))
    add('/from', 'unknown-reference', `The status ${step.from} is not among the statuses.`);
  if (!hasStatus(lifecycle, step.to))
    add('/to', 'unknown-reference', `The status ${step.to} is not among the statuses.`);
  if (step.from !== null && isTerminal(lifecycle, step.from))
    add('/from', 'contradiction', `The status ${step.from} is terminal and has no exit.`);
  if (lifecycle.steps.findIndex((other) => other.from === step.from && other.to === step.to) < index)
    add('', 'duplicate', `The step from ${step.from ?? 'nothing'} to ${step.to} stands twice.`);

  const requirement = step.requirement ?? null;
  if (requirement !== null && !known.includes(requirement))
    add('/requirement', 'not-in-vocabulary', `The requirement ${requirement} is not known.`);
  if (step.condition !== null && requirement === null)
    add('/requirement', 'missing', 'A step with a condition names the requirement by which it is checked.');
  if (step.condition === null && requirement !== null)
    add('/requirement', 'contradiction', 'A step without a condition names no requirement.');

  const milestone = step.milestone ?? null;
  if (requirement === 'before-milestone' && milestone === null)
    add('/milestone', 'missing', 'The requirement before-milestone needs a milestone.');
  if (requirement !== 'before-milestone' && milestone !== null)
    add('/milestone', 'contradiction', 'A milestone stands only with the requirement before-milestone.');
  if (milestone !== null && !hasStatus(lifecycle, milestone))
    add('/milestone', 'unknown-reference', `The status ${milestone} is not among the statuses.`);
  return faults;
}

function entryFaults(lifecycle: Lifecycle): Fault[] {
  const faults: Fault[] = [];
  if (lifecycle.entries.length === 0) faults.push(fault('/entries', 'missing', 'A lifecycle has at least one entry.'));
  else if (!lifecycle.entries.includes(lifecycle.initial))
    faults.push(fault('/initial', 'contradiction', 'The usual first status is not among the entries.'));
  for (const [index, id] of lifecycle.entries.entries())
    if (!lifecycle.steps.some((step) => step.from === null && step.to === id))
      faults.push(fault(`/entries/${index}`, 'missing', `No step leads from nothing to the entry ${id}.`));
  for (const [index, step] of lifecycle.steps.entries())
    if (step.from === null && !lifecycle.entries.includes(step.to))
      faults.push(fault(`/steps/${index}/to`, 'contradiction', `The status ${step.to} is not among the entries.`));
  return faults;
}

function reachFaults(lifecycle: Lifecycle): Fault[] {
  const reached = new Set(lifecycle.entries);
  const open = (from: string | null) =>
    from === ANY ? [...reached].some((id) => !isTerminal(lifecycle, id)) : from !== null && reached.has(from);
  for (let size = -1; size < reached.size;) {
    size = reached.size;
    for (const step of lifecycle.steps) if (open(step.from)) reached.add(step.to);
  }
  return Object.keys(lifecycle.statuses)
    .filter((id) => !reached.has(id))
    .map((id) => fault(`/statuses/${token(id)}`, 'contradiction', `No entry leads to the status ${id}.`));
}
