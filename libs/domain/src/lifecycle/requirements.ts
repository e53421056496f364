import type { Span, Step } from './chain.js';
import type { LifecycleStep, RequirementId } from './lifecycle.js';
import type { RequirementReason } from './reasons.js';

/** A condition of a mechanism as it is recorded now. `holder` is 'mechanism' or the id of the party whose condition it is;
 *  `bearsOn` is 'status:<to>', 'support' or 'hosting'; a threshold counts the parties with an act. */
export interface ConditionNow {
  readonly id: string;
  readonly slug: string;
  readonly holder: string;
  readonly bearsOn: string;
  readonly status: string;
  readonly threshold?: { readonly count: number; readonly act: string } | null;
  readonly text: string;
}

/** What a proposal says on the condition of its step: words with the number of citations that carry them, or ids of conditions of
 *  the mechanism that are recorded as met. */
export interface Fulfilment {
  readonly text?: string | null;
  readonly cited: number;
  readonly conditions?: readonly string[];
}

/** The facts beside the chain on which requirements rest. `reached` counts the parties with an act; `foundingDays` are the dates
 *  of the mechanism's events of kind founding. */
export interface LifecycleFacts {
  readonly conditions: readonly ConditionNow[];
  readonly reached: (act: string) => number;
  readonly foundingDays: readonly Span[];
}

/** A step in question with all that its requirement can look at. `chain` holds the steps before it, in order; `stepId` is the id
 *  by which reasons name it, null for the step that is asked about. */
export interface Situation extends LifecycleFacts {
  readonly chain: readonly Step[];
  readonly rule: LifecycleStep;
  readonly stepId: string | null;
  readonly to: string;
  readonly effective: Span;
  readonly fulfilment?: Fulfilment | null;
}

type Predicate = (situation: Situation) => readonly RequirementReason[];

const isDone = ({ status }: ConditionNow) => status === 'met' || status === 'waived';
const isOwn = ({ holder, bearsOn }: ConditionNow, to: string) => holder === 'mechanism' && bearsOn === `status:${to}`;
const ownConditions = ({ conditions, to }: Situation) => conditions.filter((condition) => isOwn(condition, to));
const place = ({ to, stepId }: Situation) => ({ to, step: stepId });
const named = ({ id, slug, text }: ConditionNow) => ({ condition: id, slug, text });
const hasWords = ({ fulfilment }: Situation) => (fulfilment?.text ?? '').trim() !== '';

/** Every step with a requirement says how it is fulfilled: words with a citation of their own, or conditions of the mechanism
 *  itself for this very step that are recorded as met. Pointing at anything else is refused even beside cited words. */
function stated(situation: Situation): RequirementReason[] {
  const { fulfilment, rule, conditions, to } = situation;
  const pointed = [...new Set(fulfilment?.conditions ?? [])];
  const about = { requirement: rule.requirement!, words: rule.condition ?? '', ...place(situation) };
  if (!hasWords(situation) && pointed.length === 0) return [{ code: 'fulfilment-missing', ...about }];
  if (pointed.length === 0) return fulfilment!.cited > 0 ? [] : [{ code: 'fulfilment-uncited', ...about }];
  return pointed.flatMap((id): RequirementReason[] => {
    const condition = conditions.find((candidate) => candidate.id === id);
    const who = condition ? named(condition) : { condition: id, slug: null, text: null };
    const reasons: RequirementReason[] = [];
    if (!condition || !isDone(condition))
      reasons.push({ code: 'condition-not-recorded-as-met', ...who, ...place(situation) });
    if (condition && !isOwn(condition, to)) reasons.push({ code: 'condition-elsewhere', ...who, ...place(situation) });
    return reasons;
  });
}

function shortOfThreshold(situation: Situation, condition: ConditionNow): RequirementReason[] {
  if (!condition.threshold) return [];
  const { act, count } = condition.threshold;
  const reached = situation.reached(act);
  if (reached >= count) return [];
  return [{ code: 'threshold-not-reached', act, count, reached, ...named(condition), ...place(situation) }];
}

const conditionsMet: Predicate = (situation) => {
  const own = ownConditions(situation);
  if (own.length === 0) return [{ code: 'no-condition-recorded', ...place(situation) }];
  return own.flatMap((condition): RequirementReason[] => {
    if (condition.status === 'waived') return [];
    const short = shortOfThreshold(situation, condition);
    if (isDone(condition)) return short;
    const { status } = condition;
    return [{ code: 'condition-open', status, ...named(condition), ...place(situation) }, ...short];
  });
};

const thresholdReached: Predicate = (situation) => {
  const counted = ownConditions(situation).filter((condition) => condition.threshold);
  if (counted.length === 0) return [{ code: 'no-threshold-recorded', ...place(situation) }];
  return counted.flatMap((condition) => shortOfThreshold(situation, condition));
};

/** The date of a renewal is the date of its decision. Where neither that date nor the recorded end of the term settles it, cited
 *  words must; where they settle it against the step, no words help. */
const withinTerm: Predicate = (situation) => {
  const { earliest, latest, edtf } = situation.effective;
  const termEnds = situation.chain.at(-1)?.termEnds ?? null;
  const about = { effective: edtf, ...place(situation) };
  if (termEnds !== null && earliest !== null && earliest > termEnds)
    return [{ code: 'term-lapsed', termEnds, ...about }];
  if (termEnds !== null && latest !== null && latest <= termEnds) return [];
  if (hasWords(situation) && situation.fulfilment!.cited > 0) return [];
  return [{ code: 'term-not-shown', termEnds, ...about }];
};

/** Two months of the same name are not one day: both dates must be exact to the day. */
const sameDayStart: Predicate = (situation) => {
  const { earliest, latest, edtf } = situation.effective;
  const exact = earliest !== null && earliest === latest;
  const founded = situation.foundingDays.some((day) => day.earliest === earliest && day.latest === latest);
  return exact && founded ? [] : [{ code: 'no-founding-that-day', effective: edtf, ...place(situation) }];
};

const beforeMilestone: Predicate = (situation) => {
  const milestone = situation.rule.milestone ?? null;
  if (milestone === null) throw new Error('before-milestone without a milestone');
  const reached = situation.chain.find((step) => step.to === milestone);
  if (reached === undefined) return [];
  return [{ code: 'milestone-reached', milestone: reached.to, since: reached.effective.edtf, ...place(situation) }];
};

const also =
  (predicate: Predicate): Predicate =>
  (situation) => [...stated(situation), ...predicate(situation)];

/** The one table of requirements. Each predicate returns every reason against the step, none when it is fulfilled; all of them
 *  demand that the proposal says how. Lifecycles name them by id. */
export const REQUIREMENTS: Readonly<Record<RequirementId, Predicate>> = {
  attested: stated,
  'conditions-met': also(conditionsMet),
  'threshold-reached': also(thresholdReached),
  'within-term': also(withinTerm),
  'same-day-start': also(sameDayStart),
  'before-milestone': also(beforeMilestone),
};

/** The reasons against a step by the requirement that its rule names; none where it names none. An unknown requirement, or a
 *  milestone that is missing, is a defect (checkLifecycle refuses both) and throws: a rule that can't be checked must not count
 *  as fulfilled. */
export function requirementReasons(situation: Situation): readonly RequirementReason[] {
  const id = situation.rule.requirement ?? null;
  if (id === null) return [];
  if (!Object.hasOwn(REQUIREMENTS, id)) throw new Error(`unknown requirement ${id}`);
  return REQUIREMENTS[id as RequirementId](situation);
}
