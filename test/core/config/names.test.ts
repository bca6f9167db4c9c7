import assert from 'node:assert/strict';
import { meaningOf } from '../../../src/core/config/names';
import { wordsOf } from '../../../src/core/config/words';

const said = (name: string) => {
  const meaning = meaningOf(name);
  return meaning && `${meaning.strength} ${meaning.kind}`;
};

describe('names of settings', () => {
  it('are read as words however they are written', () => {
    assert.deepEqual(wordsOf('--num-train-epochs'), ['num', 'train', 'epochs']);
    assert.deepEqual(wordsOf('numTrainEpochs'), ['num', 'train', 'epochs']);
    assert.deepEqual(wordsOf('N_EPOCHS'), ['n', 'epochs']);
    assert.deepEqual(wordsOf('nepochs'), ['n', 'epochs']);
    assert.deepEqual(wordsOf('maxiter'), ['max', 'iter']);
    assert.deepEqual(wordsOf('XGBClassifier'), ['xgb', 'classifier']);
  });

  it('are no words when they are sentences, paths or nothing', () => {
    for (const name of ['', 'Max train epoch', 'runs/epochs', 'épochs', 'x'.repeat(81), '---']) {
      assert.deepEqual(wordsOf(name), [], name);
    }
  });

  it('say the total number of epochs', () => {
    for (const name of [
      ...[
        'epochs',
        'EPOCHS',
        'n_epochs',
        'nEpochs',
        'N_epochs',
        'nb_epoch',
        'num_epochs',
        'NUM_EPOCHS',
      ],
      ...['max_epochs', 'maxEpochs', 'max-epochs', 'max_num_epochs', 'total_epochs', 'total_epoch'],
      ...['epoch_num', 'number_of_epochs', 'no_of_epochs', 'num_train_epochs'],
      ...[
        'max_train_epochs',
        'train_epochs',
        'training_epochs',
        'epochs_to_train',
        'default_epochs',
      ],
    ]) {
      assert.equal(said(name), 'sure epochs', name);
    }
  });

  it('say the total number of steps, iterations and boosting rounds', () => {
    for (const name of ['max_train_steps', 'num_train_steps', 'total_timesteps', 'total_steps']) {
      assert.equal(said(name), 'sure steps', name);
    }
    for (const name of ['train_iters', 'total_iter', 'num_train_iterations']) {
      assert.equal(said(name), 'sure iterations', name);
    }
    for (const name of ['num_boost_round', 'num_boosting_rounds', 'boosting_iterations']) {
      assert.equal(said(name), 'sure boosting-rounds', name);
    }
  });

  it('may say it where something is trained', () => {
    assert.equal(said('epoch'), 'likely epochs');
    assert.equal(said('END_EPOCH'), 'likely epochs');
    assert.equal(said('finetune_epochs'), 'likely epochs');
    assert.equal(said('max_steps'), 'likely steps');
    assert.equal(said('max_iters'), 'likely iterations');
    assert.equal(said('max_batches'), 'likely iterations');
    assert.equal(said('n_estimators'), 'likely boosting-rounds');
  });

  it('are hints when they count something unknown', () => {
    assert.equal(said('adversarial_epochs'), 'hint epochs');
    assert.equal(said('ctc_epochs'), 'hint epochs');
    assert.equal(said('n_steps'), 'hint steps');
  });

  it('say a patience, and not that of the learning rate', () => {
    for (const name of [
      'patience',
      'early_stopping_patience',
      'validation_patience',
      'es_patience',
    ]) {
      assert.equal(said(name), 'sure patience', name);
    }
    assert.equal(said('early_stopping_rounds'), 'sure patience');
    for (const name of [
      'lr_patience',
      'plateau_patience',
      'LR_SCHEDULER_PATIENCE',
      'patience_epochs',
    ]) {
      assert.equal(said(name), null, name);
    }
  });

  it('are nothing for moments, intervals, phases of the learning rate and sizes', () => {
    for (const name of [
      ...['warmup_epochs', 'warmup_steps', 'decay_epochs', 'lr_decay_iters', 'cooldown_epochs'],
      ...[
        'save_every_n_epochs',
        'eval_steps',
        'logging_steps',
        'check_val_every_n_epoch',
        'log_freq',
      ],
      ...[
        'start_epoch',
        'resume_epoch',
        'initial_epoch',
        'last_epoch',
        'current_epoch',
        'min_epochs',
      ],
      ...['steps_per_epoch', 'max_steps_per_epoch', 'ppo_epochs', 'local_epochs', 'milestones'],
      ...['mixup_off_epoch', 'close_mosaic', 'epoch_time', 'epoch_length', 'unfreeze_epoch'],
      ...['gradient_accumulation_steps', 'num_train_timesteps', 'diffusion_steps', 'attack_iters'],
      ...[
        'max_eval_steps',
        'best_epoch',
        'epoch_repeats',
        'early_stopping_min_epochs',
        'TIMEOUT_EPOCHS_MS',
      ],
      ...['REORG_MAX_EPOCHS_SINCE_FINALIZATION', 'EPOCHS_PER_SLOT', 'ALTAIR_FORK_EPOCH'],
      ...[
        'constructor',
        'toString',
        '__proto__',
        'hasOwnProperty',
        'learning_rate',
        'step',
        'round',
      ],
    ]) {
      assert.equal(said(name), null, name);
    }
  });
});
