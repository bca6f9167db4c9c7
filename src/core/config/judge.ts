import type { ConfigEntry } from './entry';
import type { Total } from './govern';
import { meaningOf, type Meaning } from './names';
import { isLength, numberOf } from './numbers';
import { placedName } from './places';
import {
  hasCompany,
  isBoosting,
  isOfSolver,
  isArchitecture,
  isBesideMeasures,
  isElsewhere,
  isPolicyUpdate,
  isTraining,
  isTrainingCommand,
} from './surroundings';

/** An entry that says something about the training's length or its patience. */
export interface Judged extends Total<Judged> {
  readonly entry: ConfigEntry;
  readonly value: number | null;
  /** Whether a number here would be the total. */
  readonly bounds: boolean;
  /** Where its number stands, for one that only names it. */
  source: Judged | null;
}

/** What an entry is called and where it stands, whatever form the file gives it. */
interface Named {
  readonly name: string;
  readonly around: readonly string[];
}

/** Megatron counts its training in samples; elsewhere that is the size of a data set. */
const SAMPLES = /^(?:--)?train[-_]samples$/i;
/** Keys under which tools put the value of the name above (`epochs: {value: 27}`). */
const WRAPPERS = new Set(['value', 'default', 'const']);
/** Mappings of environment variables, where a name in capitals belongs to the program that is started. */
const ENVIRONMENT = /^(?:env|environment|env_vars|variables)$/i;

/** What an entry says; empty where that is nothing. */
export function judge(entry: ConfigEntry, neighbours: readonly string[]): Judged[] {
  const { name, around } = nameOf(entry);
  const meaning = meaningOf(name);
  if (meaning === null) return [];
  const value = entry.form === 'number' ? numberOf(entry.text) : null;
  const said = { entry, name, meaning, value, source: null, governedBy: null };
  if (meaning.kind === 'patience') {
    const ofTraining = !isElsewhere(around.filter(part => !/callback|early/i.test(part)));
    return ofTraining ? [{ ...said, bounds: false, primary: false }] : [];
  }
  const bounds = !isElsewhere(around, meaning.kind) && isTotal(entry, meaning, around, neighbours);
  const primary = bounds && isLength(meaning.kind, value);
  return primary || isShown(meaning, value, bounds) ? [{ ...said, bounds, primary }] : [];
}

/** A general name that is not the total is nothing, unless it is switched off or says where the number is. */
function isShown({ strength }: Meaning, value: number | null, bounds: boolean): boolean {
  if (strength === 'hint') return bounds && value === null;
  return strength === 'sure' || !(value !== null && value > 0);
}

function nameOf({ key, path, says }: Pick<ConfigEntry, 'key' | 'path' | 'says'>): Named {
  const parent = path[path.length - 1] ?? '';
  const placed = says ?? placedName(parent, key);
  if (placed !== undefined) return { name: placed, around: [] };
  if (WRAPPERS.has(key)) return { name: parent, around: path.slice(0, -1) };
  const isVariable = ENVIRONMENT.test(parent) && /^[A-Z\d_]+$/.test(key);
  const parts = key.split('.');
  return { name: parts.pop() ?? key, around: isVariable ? parts : [...path, ...parts] };
}

/** Whether an entry can be a setting by its name, so that it need not be kept otherwise. */
export function mayBeSetting(entry: Pick<ConfigEntry, 'key' | 'path' | 'says'>): boolean {
  return meaningOf(nameOf(entry).name) !== null;
}

function isTotal(
  entry: ConfigEntry,
  meaning: Meaning,
  around: readonly string[],
  neighbours: readonly string[],
): boolean {
  if (mayBePolicy(meaning) && isPolicyUpdate(entry.key, neighbours, around)) return false;
  if (meaning.kind !== 'epochs' && isArchitecture(around)) return false;
  if (meaning.strength === 'sure') return true;
  if (meaning.strength === 'hint') return entry.flag && SAMPLES.test(entry.key);
  return isGeneralTotal(entry, meaning, around, neighbours);
}

/** Whether a general name means the total, by what stands around and beside it. */
function isGeneralTotal(
  entry: ConfigEntry,
  meaning: Meaning,
  around: readonly string[],
  neighbours: readonly string[],
): boolean {
  if (isOfSolver(meaning, neighbours) || mayBeForest(entry, around, neighbours)) return false;
  if (isOfCommand(entry) && mayBeOfAgent(meaning)) return isTrainingCommand(neighbours);
  const said = entry.flag && !isBareVariable(entry, meaning);
  return said || hasCompany(neighbours) || isInTraining(around, neighbours);
}

/** A flag of a command whose other words are its neighbours. */
const isOfCommand = ({ flag, keyStart }: ConfigEntry) => flag && keyStart !== null;

/** Agents and simulations take steps as well as trainings. */
const mayBeOfAgent = ({ kind }: Meaning) => kind === 'steps' || kind === 'iterations';

/** A script's own `MAX_ITERS`, which may bound any loop: it is the total where a command is handed it. */
function isBareVariable({ path, keyStart }: ConfigEntry, { kind }: Meaning): boolean {
  return path.length === 0 && keyStart === null && /^(?:steps|iterations)$/.test(kind);
}

/** `n_estimators` of a forest, whose trees are not rounds: nothing beside or around it speaks of boosting. */
function mayBeForest(
  { key, flag }: ConfigEntry,
  around: readonly string[],
  neighbours: readonly string[],
): boolean {
  return /estimators|trees/i.test(key) && !flag && !isBoosting(around, neighbours);
}

/** A policy update has its own epochs, and steps of a rollout. */
function mayBePolicy({ kind, strength }: Meaning): boolean {
  return kind === 'epochs' || (kind !== 'boosting-rounds' && strength === 'likely');
}

/** Beside measured values `epoch` is the label of a row in a log. */
function isInTraining(around: readonly string[], neighbours: readonly string[]): boolean {
  return isTraining(around) && !isBesideMeasures(neighbours);
}
