import type { Split } from '../../format';
import { type Claim, type Printed, sectionIndex, type Template } from './template';

/** Where a template prints. */
export interface Place {
  readonly template: Template;
  readonly epoch: number;
  readonly step: number;
  readonly section: Split | null;
  readonly line: number;
}

/** Lines within which two templates that print one name at one place print two things. */
const NEAR = 20;
const MOST_CLAIMS = 20_000;
/** Where the parts of `Printed` stand. */
const EPOCH = 0;
const STEP = 1;
const LINE = 2;
const REPEATED = 3;

/** Keeps apart what different lines print under one name at one place. */
export class Claims {
  readonly #byName = new Map<string, Claim>();

  /** Renames the columns of a template whose names another one has just printed here. */
  settle(place: Place): void {
    const { template } = place;
    const section = sectionIndex(place.section);
    const printed = template.printed[section];
    if (printed !== undefined && printed !== null) {
      take(printed, place, true);
      return;
    }
    const { length } = template.names;
    const first = section * length;
    for (let column = 0; column < length; column++) {
      const claim = template.claims[first + column];
      if (claim?.owner === template) takeOwn(claim, place);
      else this.#settle(place, column);
    }
    if (printed === undefined) template.printed[section] = shared(template, section);
  }

  #settle(place: Place, column: number): void {
    const { template } = place;
    for (let again = 0; again < 3; again++) {
      const claim = this.#claimOf(place, column);
      if (claim === null) return;
      if (claim.last === template && isCounted(place) && isSame(claim.at, place))
        claim.at[REPEATED] = 1;
      if (claim.owner === template || (isLike(claim.owner, template) && isFree(claim, place))) {
        takeOwn(claim, place);
        return;
      }
      template.rename(column, labelled(template, column, again));
    }
  }

  /** The claim on a column's name; a new one is this template's, `null` if there are too many. */
  #claimOf(place: Place, column: number): Claim | null {
    const { template, epoch, step, section } = place;
    const at = sectionIndex(section) * template.names.length + column;
    const known = template.claims[at];
    if (known !== undefined) return known;
    const key = `${template.names[column]!}\n${template.splitOf(column, section) ?? ''}`;
    let claim = this.#byName.get(key) ?? null;
    if (claim !== null) part(claim);
    else if (this.#byName.size < MOST_CLAIMS) {
      const printed = Float64Array.of(epoch, step, -NEAR, 0);
      claim = { owner: template, last: template, at: printed, isAlone: true };
      this.#byName.set(key, claim);
    }
    template.claims[at] = claim;
    return claim;
  }
}

/** The one place of all names of a template in a section, if it is alone with them; else `null`. */
function shared(template: Template, section: number): Printed | null {
  const { length } = template.names;
  const claims = template.claims.slice(section * length, (section + 1) * length);
  const at = claims[0]?.at;
  const isOne = claims.every(
    claim => claim?.owner === template && claim.isAlone && claim.at[REPEATED] === at?.[REPEATED],
  );
  if (at === undefined || !isOne || claims.length < length) return null;
  for (const claim of claims) claim!.at = at;
  return at;
}

/** Somebody else asks for a name: no place is shared any more. */
function part(claim: Claim): void {
  if (!claim.isAlone) return;
  const { owner } = claim;
  claim.isAlone = false;
  owner.printed = [];
  for (const each of [claim, ...owner.claims]) if (each?.owner === owner) each.at = each.at.slice();
}

/** Whether a template prints batches of an evaluation. */
function isProgress({ plan }: Template): boolean {
  return plan.bar !== null && (plan.split === 'validation' || plan.split === 'test');
}

/** Whether two templates print one thing: not what a batch had and what its epoch had on average. */
function isLike(owner: Template, template: Template): boolean {
  // How far an evaluation is, then what it came to.
  if (isProgress(owner) && !isProgress(template)) return false;
  return !(owner.isBatch && template.isBatch) || owner.stepComesLast === template.stepComesLast;
}

function isFree(claim: Claim, place: Place): boolean {
  return claim.at[REPEATED] === 1 || claim.last === place.template || !isSame(claim.at, place);
}

/** A template prints a name that it may use. */
function takeOwn(claim: Claim, place: Place): void {
  take(claim.at, place, claim.last === place.template);
  claim.last = place.template;
}

/** `again`: whether the same template printed it last. */
function take(at: Printed, place: Place, again: boolean): void {
  if (again && at[REPEATED] === 0 && isCounted(place) && isSame(at, place)) at[REPEATED] = 1;
  at[EPOCH] = place.epoch;
  at[STEP] = place.step;
  at[LINE] = place.line;
}

function isCounted(place: Place): boolean {
  return !Number.isNaN(place.epoch) || !Number.isNaN(place.step);
}

function isSame(at: Printed, place: Place): boolean {
  if (place.line - at[LINE]! > NEAR) return false;
  return Object.is(at[EPOCH], place.epoch) && Object.is(at[STEP], place.step);
}

/** A name that is told apart: by what stands in front of it, else by a star, which is no word and leaves its meaning. */
function labelled(template: Template, column: number, again: number): string {
  const { name, label } = template.plan.columns[column]!;
  return again === 0 && label !== '' ? `${label}: ${name}` : `${name} ${'*'.repeat(again + 1)}`;
}
