import type { Place } from './place';

/** The default inside a text that asks the environment first: `${EPOCHS:-30}`, `${EPOCHS:=30}`, `${oc.env:EPOCHS,30}`. */
const DEFAULTED = /^\$\{(?:\w+:?[-=]|oc\.(?:env|select):[\w.]+,\s*)(\d[\d_.eE+]*)\}$/;

/** The number a text stands for where nothing else is said, at its own place; the place itself for every other text. */
export function defaultIn(place: Place): Place {
  const number = place.text.length > 100 ? undefined : DEFAULTED.exec(place.text)?.[1];
  if (number === undefined) return place;
  const end = place.start + place.text.length - 1;
  return { start: end - number.length, end, text: number };
}
