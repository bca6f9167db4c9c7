import type { Split } from '../../format';
import { type Claim, sectionIndex, type Template } from './template';

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

/** Keeps apart what different lines print under one name at one place. */
export class Claims {
  readonly #byName = new Map<string, Claim>();

  /** Renames the columns of a template whose names another one has just printed here. */
  settle(place: Place): void {
    const { template } = place;
    const { length } = template.names;
    const first = sectionIndex(place.section) * length;
    for (let column = 0; column < length; column++) {
      const claim = template.claims[first + column];
      if (claim?.owner === template) settleOwn(claim, place);
      else this.#settle(place, column);
    }
  }

  #settle(place: Place, column: number): void {
    const { template } = place;
    for (let again = 0; again < 3; again++) {
      const claim = this.#claimOf(place, column);
      if (claim === null) return;
      if (claim.last === template && isCounted(place) && isSame(claim, place))
        claim.repeated = true;
      if (claim.owner === template || (isLike(claim.owner, template) && isFree(claim, place))) {
        take(claim, place);
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
    if (claim === null && this.#byName.size < MOST_CLAIMS) {
      claim = { owner: template, last: template, epoch, step, line: -NEAR, repeated: false };
      this.#byName.set(key, claim);
    }
    template.claims[at] = claim;
    return claim;
  }
}

/** Its owner prints a name again. */
function settleOwn(claim: Claim, place: Place): void {
  if (!claim.repeated && claim.last === place.template && isCounted(place) && isSame(claim, place))
    claim.repeated = true;
  take(claim, place);
}

/** Whether two templates print one thing: not what a batch had and what its epoch had on average. */
function isLike(owner: Template, template: Template): boolean {
  return !(owner.isBatch && template.isBatch) || owner.stepComesLast === template.stepComesLast;
}

function isFree(claim: Claim, place: Place): boolean {
  return claim.repeated || claim.last === place.template || !isSame(claim, place);
}

function take(claim: Claim, place: Place): void {
  claim.last = place.template;
  claim.epoch = place.epoch;
  claim.step = place.step;
  claim.line = place.line;
}

function isCounted(place: Place): boolean {
  return !Number.isNaN(place.epoch) || !Number.isNaN(place.step);
}

function isSame(claim: Claim, place: Place): boolean {
  if (place.line - claim.line > NEAR) return false;
  return Object.is(claim.epoch, place.epoch) && Object.is(claim.step, place.step);
}

/** A name that is told apart: by what stands in front of it, else by a star, which is no word and leaves its meaning. */
function labelled(template: Template, column: number, again: number): string {
  const { name, label } = template.plan.columns[column]!;
  return again === 0 && label !== '' ? `${label}: ${name}` : `${name} ${'*'.repeat(again + 1)}`;
}
