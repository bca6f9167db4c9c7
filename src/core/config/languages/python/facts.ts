import type { SyntaxNode } from '@lezer/common';
import type { Dependent } from '../../companions';
import type { SettingKind } from '../../setting';
import type { Meaning } from '../../names';
import type { Expression } from './expression';

/** How a value is tied to its name. */
export type Role =
  | 'assignment' // EPOCHS = 10, self.epochs = 10, config.train.epochs = 10
  | 'field' // of a class: epochs: int = 10, field(default=10)
  | 'flag' // argparse, click, absl, typer
  | 'entry' // of a dict
  | 'parameter' // default of a function
  | 'keyword' // argument of a call
  | 'positional'
  | 'loop' // bound of a loop
  | 'fallback'; // config.get("epochs", 10)

/** A value that may be a setting, or that one may lead to. */
export interface Candidate {
  readonly role: Role;
  /** As shown: `self.n_epochs`, `--epochs`, `range`. */
  readonly key: string;
  /** What other places call it by. */
  readonly name: string;
  readonly keyPath: string | null;
  readonly keyStart: number | null;
  readonly keyEnd: number | null;
  readonly value: Expression;
  readonly meaning: Meaning | null;
  /** Names around: callee, names of the enclosing dicts, class or function. */
  readonly around: readonly string[];
  /** The object an attribute is set on (`self`, `config`); empty otherwise. */
  readonly of: string;
  /** Function it stands in; index into `Facts.functions`. */
  readonly scope: number;
  /** Values with the same group are neighbours. */
  readonly group: string;
  /** Stands in a loop over epochs, where a length is one round's. */
  readonly inner: boolean;
  /** Stands below `if debug:`. */
  readonly rehearsal: boolean;
  /** It bounds the training here, whatever its name: what it counts; null where only the name speaks. */
  readonly bounds: SettingKind | null;
}

/** A function of the file; the first one is the module. */
export interface FunctionFact {
  readonly name: string;
  readonly className: string | null;
  /** Index of the enclosing function; -1 for the module. */
  readonly outer: number;
  readonly parameters: readonly string[];
}

/** A call, kept for finding what a function of the file is called with. */
export interface CallFact {
  readonly name: string;
  /** `self` or another object; empty for a plain call. */
  readonly of: string;
  readonly node: SyntaxNode;
  readonly scope: number;
  readonly inner: boolean;
}

/** The bound of a loop, and what the loop's variable or bound says it counts. */
export interface Bound {
  readonly key: string;
  readonly value: Expression;
  readonly counts: SettingKind | null;
}

/** A loop being walked through. */
export interface Loop {
  /** It counts epochs, whatever the body does. */
  readonly epochs: boolean;
  /** It repeats trainings: folds, seeds, models. */
  readonly repeats: boolean;
  /** Its body was seen to update weights. */
  trains: boolean;
  /** A loop over epochs stands inside. */
  holdsEpochs: boolean;
  /** Each turn trains one epoch of something. */
  isEpoch: boolean;
  /** What ends it from inside, as in `while True: … if step >= max_steps: break`. */
  ends: Bound | null;
}

/** What a new candidate must say; the rest is where the walk is. */
export type Found = Pick<Candidate, 'role' | 'key' | 'name'> &
  Partial<Pick<Candidate, 'keyPath' | 'around' | 'of' | 'group' | 'bounds' | 'meaning'>> & {
    readonly keyNode?: SyntaxNode | null;
    /** Read only where it is needed: most values of a program never are. */
    readonly value: SyntaxNode | Expression;
  };

/** A value noted on the way, and where that was. */
export interface Unread {
  readonly found: Found;
  readonly here: {
    readonly group: string;
    readonly meaning: Meaning | null;
    readonly scope: number;
    /** The loops around it, from the outermost. */
    readonly loops: readonly Pick<Loop, 'epochs' | 'repeats'>[];
  };
}

/** What one pass over the tree found. */
export interface Facts {
  readonly candidates: Candidate[];
  /** Values whose names say nothing, by these: they matter only where something refers to them. */
  readonly unread: Map<string, Unread[]>;
  /** All names of a group, also of values that are no candidates. */
  readonly names: Map<string, string[]>;
  readonly functions: FunctionFact[];
  readonly calls: CallFact[];
  /** Classes that others make something of: estimators of a library, models. */
  readonly building: Set<string>;
  /** Numbers of schedules, which may have to change with a total. */
  readonly dependents: Dependent[];
}
