/** The requirements that a step may name, as the vocabulary of the reference data defines them. */
export const REQUIREMENT_IDS = [
  'attested',
  'conditions-met',
  'threshold-reached',
  'within-term',
  'same-day-start',
  'before-milestone',
] as const;

/** One of {@link REQUIREMENT_IDS}. */
export type RequirementId = (typeof REQUIREMENT_IDS)[number];

/** As `from` of a step: every status that is not terminal. No status may bear this id. */
export const ANY = 'any';

/** A status with its labels; `order` is its place in the list that a person reads. */
export interface LifecycleStatus {
  readonly en: string;
  readonly nl: string;
  readonly uk: string;
  readonly definition: string;
  readonly order: number;
}

/**
 * A lawful step. `from` is a status id, {@link ANY}, or null for the entry. `condition` says in words what must be fulfilled
 * beyond the evidence, `requirement` how that is checked; both stand or neither. `milestone` stands only with
 * `before-milestone`. `evidence` is what a lawyer would expect to see.
 */
export interface LifecycleStep {
  readonly from: string | null;
  readonly to: string;
  readonly condition: string | null;
  readonly requirement?: string | null;
  readonly milestone?: string | null;
  readonly evidence: string;
}

/** A lifecycle as the record keeps it. Trust it only after {@link checkLifecycle} found no fault. */
export interface Lifecycle {
  readonly slug: string;
  readonly kinds: readonly string[];
  readonly initial: string;
  readonly entries: readonly string[];
  readonly terminal: readonly string[];
  readonly statuses: Readonly<Record<string, LifecycleStatus>>;
  readonly steps: readonly LifecycleStep[];
}

/** Whether the lifecycle knows the status. Own keys alone count, so that `constructor` and its like are no statuses. */
export function hasStatus(lifecycle: Lifecycle, id: string): boolean {
  return Object.hasOwn(lifecycle.statuses, id);
}

/** Whether no step may lead out of the status. */
export function isTerminal(lifecycle: Lifecycle, id: string): boolean {
  return lifecycle.terminal.includes(id);
}

/** Every lawful step out of a status (null: out of nothing, the entries), in the order of the lifecycle. A step that names the
 *  status goes before an `any` step to the same target, which is then left out. */
export function stepsFrom(lifecycle: Lifecycle, from: string | null): readonly LifecycleStep[] {
  if (from === null) return lifecycle.steps.filter((step) => step.from === null && lifecycle.entries.includes(step.to));
  if (!hasStatus(lifecycle, from) || isTerminal(lifecycle, from)) return [];
  const named = new Set(lifecycle.steps.filter((step) => step.from === from).map((step) => step.to));
  return lifecycle.steps.filter((step) => step.from === from || (step.from === ANY && !named.has(step.to)));
}

/** The lawful step between two statuses, or undefined where there is none. */
export function stepBetween(lifecycle: Lifecycle, from: string | null, to: string): LifecycleStep | undefined {
  return stepsFrom(lifecycle, from).find((step) => step.to === to);
}
