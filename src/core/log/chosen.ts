/** Names of what is chosen before a training, and of what is tried out along a curve of another kind. */
const CHOSEN =
  /^(?:params?_.*|(?:num_|n_|max_)?epochs|batch_?size|hidden(?:_?(?:size|dim|units))?|(?:num_|n_)?layers|dropout(?:_rate)?|seed|(?:max_)?depth|n_estimators|(?:(?:train|data|dataset|model)_?)?(?:size|ratio|fraction)|n_?train|(?:n_|num_|train_|training_){0,2}(?:samples|examples|rows|instances|sentences|images|points)|threshold)$/i;

export function isChosen(name: string): boolean {
  return CHOSEN.test(name);
}
