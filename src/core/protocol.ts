/** Messages between the extension host and the panel: types only, one union per direction. */
export type * from './protocol/axis';
export type * from './protocol/chart';
export type * from './protocol/messages';
export type * from './protocol/run';
export type * from './protocol/stage';
export type * from './protocol/state';
export type * from './protocol/window';
export type * from './protocol/words';
