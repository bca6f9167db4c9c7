/** `time` counts from the run's first, `wall` is the date. */
export type XAxis = 'epoch' | 'step' | 'time' | 'wall';
