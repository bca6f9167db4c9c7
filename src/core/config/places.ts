/** Names that only their place explains: SpeechBrain's counter, what ends a trial of Ray, Dopamine's runner. */
const PLACES = new Map([
  ['epoch_counter.limit', 'max_epochs'],
  ['stop.training_iteration', 'train_iterations'],
  ['stop.timesteps_total', 'total_timesteps'],
  // Dopamine trains for so many iterations of so many steps.
  ['Runner.num_iterations', 'train_iterations'],
  ['Runner.training_steps', 'iteration_length'],
  // OpenNMT-tf; elsewhere a step too many of something is one of an episode.
  ['train.max_step', 'max_train_steps'],
  // R's networks.
  ['nnet.maxit', 'train_iterations'],
  ['mlp.maxit', 'train_iterations'],
  ['train.maxit', 'train_iterations'],
  ['neuralnet.stepmax', 'max_train_steps'],
]);

/** The name that says what a key means below this parent; undefined where the key says it itself. */
export function placedName(parent: string, key: string): string | undefined {
  return PLACES.get(`${parent}.${key}`);
}
