import type { RunStatus } from '../../format';

/** `Stopping since valid_loss has not improved …`: what stopped it is said beside the word. */
const SAYS_WHY =
  /\bstopp(?:ing|ed)\b.{0,80}\b(?:not|no|without) improv|\b(?:not|no|without) improv.{0,80}\bstopp(?:ing|ed)\b|\bstopping\. best iteration|\bpatience\b.{0,20}\b(?:reached|exceeded|exhausted)|\bstopped (?:early\b|by (?:the )?overfitting)|\bSignaling Trainer to stop\b/i;

/** What ended a process from outside, and what it says when it ends by itself. */
const ENDED =
  /KeyboardInterrupt|\bCANCELLED\b|\bSIG(?:TERM|KILL|SEGV|ABRT)\b|out of memory\b|\boom[ -]kill|^(?:.{0,60}:\s+\d+ )?Killed\s*$|^.{0,80}\bKilled\s{2,}|\bSegmentation fault\b|\(core dumped\)|^\W*terminate called\b|taking the entire process down|\bTraceback \(most recent call last\)|\bDUE TO (?:TIME LIMIT|PREEMPTION|NODE FAILURE)\b|\bChildFailedError\b/i;

const STATUS: readonly (readonly [RunStatus, RegExp])[] = [
  ['finished', /\bdid not (?:meet|trigger) early stopping\b/i],
  ['early-stopped', SAYS_WHY],
  [
    'early-stopped',
    /\bearly[ _-]?stop(?:ping|ped)?\b(?![ _-]?(?:patience|counter|rounds?|criteri|delta|metric|monitor))/i,
  ],
  [
    'early-stopped',
    /\bparada (?:temprana|antecipada)|\barrêt (?:anticipé|précoce)|\bfrühzeitig|ранн\S{1,4} останов/i,
  ],
  [
    'early-stopped',
    /提[前早](?:停止|终止|結束|结束)|早停(?!轮|计|耐|止轮)|早期(?:終了|停止)|조기\s?(?:종료|중단)/,
  ],
  ['interrupted', ENDED],
  [
    'interrupted',
    /\binterr(?:umpid|ompid|ott)[oa]\b|\binterrompue?\b|\babgebrochen\b|训练(?:被)?中[断止]|訓練(?:被)?中[斷止]|학습 중단|прерван/i,
  ],
  [
    'finished',
    /^\W{0,9}end of training\b|\btraining (?:is |was )?(?:done|complete[d]?|finished)\b|\b(?:finished|completed|done) training\b|optimi[sz]ation (?:done|finished|completed?)\b|'train_runtime'|\bmax(?:imum)? epochs (?:completed|reached)|\bmax_(?:epochs|steps)=\d+`? reached/i,
  ],
  [
    'finished',
    /\b(?:entrenamiento|treinamento|treino|addestramento|training) (?:completad[oa]|finalizad[oa]|terminad[oa]|conclu[ií]do|completato|abgeschlossen|beendet)|\bentra[iî]nement (?:terminé|achevé|fini)|обучение (?:завершено|окончено)/i,
  ],
  [
    'finished',
    /[训訓][练練](?:已)?(?:完成|结束|結束)|学習(?:が)?(?:完了|終了)|(?:학습|훈련)\s?(?:완료|종료)/,
  ],
];

/**
 * What a line says about how the run ended; `null`: nothing. Settings (`early_stopping: True`) and counters say
 * nothing. That a run was interrupted holds only until the log counts on.
 */
export function statusOf(message: string): RunStatus | null {
  if (message.length > 600) return null;
  const found = STATUS.find(([, pattern]) => pattern.test(message));
  if (found === undefined) return null;
  return found[0] === 'early-stopped' &&
    found[1] !== SAYS_WHY &&
    /[=:]\s*(?:\d|true|false|none|null)|counter|patience/i.test(message)
    ? null
    : found[0];
}
