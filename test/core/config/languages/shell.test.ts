import assert from 'node:assert/strict';
import { shell } from '../../../../src/core/config/languages/shell';
import { assertTotals } from '../marked';

const totals = (marked: string) => assertTotals(shell, marked);

describe('shell settings', () => {
  it('stand at the number of a flag, also where the command goes on in the next line', () => {
    totals('python train.py --lr 0.1 --epochs ‹10›\n');
    totals(
      'torchrun --nproc_per_node=8 train.py \\\n  --lr 1e-3 \\\n  --num_train_epochs=‹3.0› \\\n  --bf16\n',
    );
    totals('CUDA_VISIBLE_DEVICES=0 nohup python -m x trainer.max_epochs=‹5› > out.log 2>&1 &\n');
    totals(
      'for lr in 1 2; do\n  if true; then srun python train.py --max-steps "‹100›"; fi\ndone\n',
    );
  });

  it('stand at a variable, and a flag that takes it is shown but has no number', () => {
    const settings = totals('#!/bin/bash\nexport EPOCHS=‹20›\npython train.py --epochs $EPOCHS\n');
    assert.deepEqual(
      settings.map(({ text, value }) => `${text} ${value}`),
      ['20 20', '$EPOCHS null'],
    );
  });

  it('are found in texts and arrays that hold a command', () => {
    totals('ARGS="\n  --train-iters ‹1000› \\\n  --lr 1"\npython x.py $ARGS\n');
    totals('ARGS=(--epochs ‹4› --lr 0.1)\n');
    totals('sbatch --wrap="python train.py --epochs ‹4›"\n');
  });

  it('count samples where Megatron does', () => {
    totals('TRAIN_SAMPLES=‹220_000_000›\nLR_DECAY_SAMPLES=200_000_000\n');
    totals('python run.py --max_train_samples 1000\n');
  });

  it('are not comments, tests, messages or the choice of a checkpoint', () => {
    totals('# python train.py --epochs 10\nif [[ "$1" == "--epochs" ]]; then EPOCHS=$2; fi\n');
    totals('echo "--epochs 5"\n[ "$1" = "--epochs" ] && shift\npython eval.py --epoch=10\n');
    totals('sed -i "s/epochs=1/epochs=2/" --epochs 5 x\n');
  });

  it('are not the steps of an agent, nor epochs over the rollouts of episodes', () => {
    totals('python main.py --max_steps 8 --temperature 0.7\n');
    totals('python train_ppo.py --num_episodes 3 --max_epochs 1 --rollout_batch_size 8\n');
    totals('python go.py --max_steps ‹8000› --batch_size 8\n');
  });

  it('are found before and after what is no shell', () => {
    totals('python a.py --epochs ‹10›\nfi fi )) "\n');
    assert.ok(shell.read('python a.py --epochs 10\nif (\n').problems.length > 0);
  });
});
