import { grouped } from '../../config/grouped';
import type { ConfigSetting, SettingPlace } from '../../config/setting';
import type { Say } from '../say';
import { shownName } from '../shownName';

/** Companions named one by one; more are counted. */
const MOST = 4;

/** What ends the training, where a setting does not; null where it does, or it only names its number. */
export function limitSentence(setting: ConfigSetting, say: Say): string | null {
  const { governedBy, primary, kind, value, source } = setting;
  if (primary || kind === 'patience' || source !== null) return null;
  const values = {
    setting: words(setting.key, setting.text),
    other: governedBy ? limit(governedBy) : '',
  };
  const off = value === null ? /^(?:null|None|~)$/.test(setting.text) : value <= 0;
  if (governedBy === null) {
    return off
      ? say(
          '{setting} sets no limit: another one ends the training, which this file does not say.',
          values,
        )
      : null;
  }
  return off
    ? say('{setting} sets no limit: {other} ends the training.', values)
    : say('{setting} does not end the training: {other} does.', values);
}

/** Where the number of a setting stands that only names it. `place` and `text` are ready to be shown. */
export function sourceSentence(place: string, text: string, say: Say): string {
  return say('The number comes from {place}: {text}.', { place, text });
}

/** The numbers that must change with a total, as they are; null where there are none. */
export function companionSentence({ companions }: ConfigSetting, say: Say): string | null {
  const [first] = companions;
  if (first === undefined) return null;
  const named = [...grouped(companions, ({ name }) => name)];
  const names = named
    .slice(0, MOST)
    .map(([name, places]) => words(name, places.map(({ text }) => text).join(', ')))
    .join('; ');
  const more = named.length - MOST;
  return more > 0
    ? say('Must change with it: {names} and {more} more.', { names, more })
    : say('Must change with it: {names}.', { names });
}

/** What Apply writes where that is not the length itself; null where it is. */
export function shiftSentence({ primary, shift, text }: ConfigSetting, say: Say): string | null {
  if (!primary || shift === undefined) return null;
  return say('The loop ends before {text}: Apply writes one more than the number of epochs.', {
    text: shownName(text),
  });
}

/** Why Apply leaves a total alone; null where it does not. */
export function untouchedSentence(
  setting: ConfigSetting,
  isRecord: boolean,
  say: Say,
): string | null {
  if (!setting.primary) return null;
  if (isRecord)
    return say('This file records what a run was started with: change the setting it came from.');
  return setting.editable
    ? null
    : say('Apply leaves {setting} alone: the number is part of an expression.', {
        setting: words(setting.key, setting.text),
      });
}

/** What PyYAML makes of a number. */
export function textNumberSentence(text: string, fix: string, say: Say): string {
  return say('PyYAML reads {text} as text, not as a number; write {fix}.', {
    text: shownName(text),
    fix,
  });
}

const limit = ({ name, text }: SettingPlace): string => words(name, text);

const words = (name: string, text: string): string => `${shownName(name)}: ${shownName(text)}`;
