import { consensusOf, consensusSuggestion } from '../analysis/consensus';
import { toldSuggestion } from '../analysis/told';
import { evidence } from './evidence/index';
import { changedCopy } from './evidence/configCopy';
import type { Evidence, PlacedRun, ProjectFacts, Source, Tie, TiesOf } from './evidence/evidence';
import { TextFacts } from './evidence/textFacts';
import { factsOf, type ProjectInput } from './facts';
import { atOnce, type Steps } from '../run/steps';
import { contradicts } from './contradiction';
import type { Run } from '../run/run';
import type { AnalysedRun, AsideReason, AsideRun, EvidenceKind, Link } from './project';
import { whyAside } from './standing';

/** One setting with the runs found for it so far. */
interface Growing {
  readonly source: Source;
  readonly role: Link['role'];
  readonly runs: AnalysedRun[];
  readonly aside: AsideRun[];
  readonly tied: Map<EvidenceKind, Run[]>;
}

/** The source of a run, and how we know. */
interface Made {
  readonly source: Source;
  readonly how: EvidenceKind;
  /** Why the run does not count; `null` where its numbers have to say. */
  readonly why: AsideReason | null;
}

/** More settings than this that may have made a run are no finding. */
const MOST_SHARING = 4;

/** A path of so many points names the log itself, whatever the numbers say. */
const NAMES_LOG = 100;

/** One kind of evidence with what it found in the project. */
interface Witness {
  readonly evidence: Evidence;
  readonly tiesOf: TiesOf;
}

/**
 * Which settings made which runs, and how we know. A run has one source, found by the strongest evidence there is;
 * where two sources are as likely, or the numbers contradict, it has none. Run records are linked to the runs of their folder.
 */
export function linkProject(input: ProjectInput): readonly Link[] {
  return atOnce(linkInSteps(input));
}

/** The same in steps of a file, a run or a link each; `texts` keeps what unchanged files say from one time to the next. */
export function* linkInSteps(input: ProjectInput, texts = new TextFacts()): Steps<readonly Link[]> {
  const facts = factsOf(input, texts);
  const witnesses = yield* witnessesOf(evidence, facts);
  const changed = yield* witnessesOf([changedCopy], facts);
  const links = new Map<Source, Growing>();
  for (const run of facts.runs) {
    for (const copy of facts.recordsOf(run)) {
      const made = { source: copy, how: 'config-copy', why: null } as const;
      add(links, made, 'copy', run);
    }
    const naming = witnesses.filter(namesPaths);
    const made =
      sourceOf(run, facts, witnesses) ?? changedSourceOf(run, facts, [...changed, ...naming]);
    const all = made ? [made] : sharersOf(run, facts, naming);
    for (const each of all) add(links, each, 'source', run);
    yield;
  }
  const done: Link[] = [];
  for (const link of links.values()) {
    done.push(finished(link));
    yield;
  }
  return done;
}

function* witnessesOf(kinds: readonly Evidence[], facts: ProjectFacts): Steps<readonly Witness[]> {
  const witnesses: Witness[] = [];
  for (const each of kinds) {
    const found = each.over(facts);
    witnesses.push({ evidence: each, tiesOf: typeof found === 'function' ? found : yield* found });
  }
  return witnesses;
}

function add(
  links: Map<Source, Growing>,
  { source, how, why: known }: Made,
  role: Link['role'],
  run: PlacedRun,
): void {
  const link: Growing = links.get(source) ?? { source, role, runs: [], aside: [], tied: new Map() };
  const why = known ?? whyAside(source, run);
  if (why === null) link.runs.push(run.analysed);
  else link.aside.push({ ...run.analysed, why });
  const tied = link.tied.get(how) ?? [];
  tied.push(run.analysed.run);
  link.tied.set(how, tied);
  links.set(source, link);
}

/** By kind of evidence, strongest first. */
function strongestFirst(tied: Growing['tied']): Link['tied'] {
  return evidence.flatMap(({ kind }) => {
    const runs = tied.get(kind);
    return runs === undefined ? [] : [{ how: kind, runs }];
  });
}

/** The source of a run by the strongest evidence that decides; null where none does. */
function sourceOf(run: PlacedRun, facts: ProjectFacts, witnesses: readonly Witness[]): Made | null {
  for (const { evidence: each, tiesOf } of witnesses) {
    const ties = tiesOf(run).filter(
      ({ source }) => each.overrules || !contradicts(source, run, facts),
    );
    const source = strongestOf(ties, run, facts);
    if (source) return { source, how: each.kind, why: null };
  }
  return null;
}

/** The source that made a run with another number than it has now, where that leaves no doubt. */
function changedSourceOf(
  run: PlacedRun,
  facts: ProjectFacts,
  witnesses: readonly Witness[],
): Made | null {
  for (const witness of witnesses) {
    const least = namesPaths(witness) ? NAMES_LOG : 1;
    const ties = witness.tiesOf(run).filter(({ points }) => points >= least);
    const source = strongestOf(ties, run, facts);
    if (source) return { source, how: witness.evidence.kind, why: 'other-length' };
  }
  return null;
}

/** The few settings of several files that name the log or its folder alike; none where there is another reason to doubt. */
function sharersOf(
  run: PlacedRun,
  facts: ProjectFacts,
  witnesses: readonly Witness[],
): readonly Made[] {
  for (const { evidence: each, tiesOf } of witnesses) {
    const ties = tiesOf(run).filter(({ source }) => !contradicts(source, run, facts));
    const best = bestOf(ties, run, facts);
    const files = new Set(best.map(({ file }) => file));
    if (best.length > MOST_SHARING || files.size === 1) return [];
    if (best.length > 0) return best.map(source => ({ source, how: each.kind, why: 'shared' }));
  }
  return [];
}

const namesPaths = ({ evidence: { kind } }: Witness) =>
  kind === 'pipeline' || kind === 'named-together' || kind === 'literal-path';

function strongestOf(ties: readonly Tie[], run: PlacedRun, facts: ProjectFacts): Source | null {
  return decided(bestOf(ties, run, facts), run);
}

/** The sources with the most points, of those that the user did not rule out. */
function bestOf(ties: readonly Tie[], run: PlacedRun, facts: ProjectFacts): readonly Source[] {
  const said = facts.saidOf(run);
  const left = ties.filter(({ source: { file, setting } }) => !said?.unties(file, setting));
  const most = Math.max(0, ...left.map(tie => tie.points));
  return left.filter(tie => tie.points === most).map(tie => tie.source);
}

/** The one source among equals; of several in one file the one with the number that the run planned or trained. */
function decided(sources: readonly Source[], { analysed }: PlacedRun): Source | null {
  const [first, ...others] = sources;
  if (!first || others.length === 0) return first ?? null;
  if (others.some(other => other.file !== first.file)) return null;
  const counts = [analysed.run.plannedEpochs, analysed.analysis.trained];
  const agreeing = sources.filter(({ setting }) => counts.includes(setting.value));
  return agreeing.length === 1 ? agreeing[0]! : null;
}

function finished({ source, role, runs, aside, tied: byKind }: Growing): Link {
  const tied = strongestFirst(byKind);
  const consensus = runs.length > 1 ? consensusOf(runs) : null;
  const told = runs.flatMap(({ analysis }) => toldSuggestion(analysis) ?? []);
  const single = told.length === 1 ? (told[0] ?? null) : null;
  return {
    file: source.file.path,
    setting: source.setting,
    role,
    runs,
    aside,
    how: tied[0]?.how ?? 'only-one',
    tied,
    suggestion: consensus === null ? single : consensusSuggestion(consensus),
    consensus,
  };
}
