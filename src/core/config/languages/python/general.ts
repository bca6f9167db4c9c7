import type { SettingKind } from '../../setting';
import { hasCompany, isBesideLearningRate, isTraining } from '../../surroundings';
import type { Candidate, Facts } from './facts';
import { boundsByName, isTrainer } from './trainers';

/** Whether a value with a general name (`max_steps`) is the total, by the values of a training that it stands beside. */
export function isGeneralTotal(candidate: Candidate, kind: SettingKind, facts: Facts): boolean {
  const names = facts.names.get(candidate.group) ?? [];
  switch (candidate.role) {
    case 'keyword':
    case 'entry':
      return isTrainer(candidate.around, kind) || hasCompany(names);
    case 'field':
    case 'flag':
      return hasCompany(names);
    case 'parameter':
      return isBesideLearningRate(names);
    case 'assignment':
      return isBound(candidate, kind, names);
    default:
      return false;
  }
}

/** A variable is the total where its name bounds something, beside or inside what trains; so is what an object keeps beside it. */
function isBound(
  { key, name, of, around }: Candidate,
  kind: SettingKind,
  names: readonly string[],
): boolean {
  if (of === 'self' && COUNTED.test(name) && hasCompany(names)) return true;
  return boundsByName(key) && (isInCompany(kind, names) || isTraining(around));
}

const COUNTED = /^(?:epochs|iterations|iters|steps)$/i;

/** Variables of a scope need not belong together: steps of something need a learning rate among them. */
function isInCompany(kind: SettingKind, names: readonly string[]): boolean {
  return kind === 'epochs' ? hasCompany(names) : isBesideLearningRate(names);
}

/** A variable that counts all steps may be a simulation's: its name alone says nothing. */
export function isOfAnything({ role, of, name }: Candidate): boolean {
  return role === 'assignment' && of === '' && /^total_?(?:steps?|iters?|iterations?)$/i.test(name);
}

/** `def fit(epochs=1)` and `self.epochs = 1` leave the length to whoever calls; a method that trains one epoch is called again. */
export function isPlaceholder(
  { role, of, value, scope }: Candidate,
  { functions }: Facts,
): boolean {
  if (value.number !== 1) return false;
  const inMethod = role === 'keyword' && (functions[scope]?.className ?? null) !== null;
  return role === 'parameter' || of === 'self' || inMethod;
}

/** Classes that are made of settings and nothing else. */
const HOLDS = /Config|Settings|Arg(?:ument)?s|Param|Options|Hyper/i;

/** The default of a constructor of a part, or of a class that this file only defines: the training says what it needs where it makes one. */
export function isOfPart({ role, around }: Candidate, { building, calls }: Facts): boolean {
  const [className = '', name] = around;
  if (role !== 'parameter' || name !== '__init__' || HOLDS.test(className)) return false;
  return building.has(className) || !calls.some(call => call.name === className);
}
