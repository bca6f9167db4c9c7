import assert from 'node:assert/strict';
import { statusOf } from '../../../../../src/core/log/formats/text/status';

describe('how a run ended, as its lines say it', () => {
  it('is by stopping early where a line says so or why', () => {
    for (const line of [
      'Early stopping triggered after 4 epochs.',
      'Epoch 4: early stopping',
      'No improvement for 2 epochs, stopping training.',
      'Monitored metric val_loss did not improve in the last 2 records. Signaling Trainer to stop.',
      'Parada temprana en la época 12',
      'Arrêt anticipé',
    ])
      assert.equal(statusOf(line), 'early-stopped', line);
  });

  it('is by interruption where a person, a scheduler or an error ended the process', () => {
    for (const line of [
      'KeyboardInterrupt',
      'Traceback (most recent call last):',
      'slurmstepd: error: *** JOB 4711 ON gpu07 CANCELLED AT 2024-03-05T12:00:00 DUE TO TIME LIMIT ***',
      'slurmstepd: error: Detected 1 oom-kill event(s) in StepId=4711.batch.',
      'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.',
      'Segmentation fault (core dumped)',
      'Received Signals.SIGTERM death signal, shutting down workers',
      'Killed',
      'Entrenamiento interrumpido por el usuario.',
      '训练被中断',
    ])
      assert.equal(statusOf(line), 'interrupted', line);
  });

  it('is the planned end where a line says that training is done', () => {
    for (const line of [
      'Training completed in 0:00:42.',
      'Finished Training',
      'Entrenamiento finalizado',
      'Entraînement terminé en 12 s',
      '`Trainer.fit` stopped: `max_epochs=5` reached.',
    ])
      assert.equal(statusOf(line), 'finished', line);
  });

  it('is not said by settings, counters and plain measurements', () => {
    for (const line of [
      'early_stopping: True',
      'early stopping patience: 5',
      'EarlyStopping counter: 1 out of 5',
      'Epoch 3/10 loss: 0.5',
      'Killed processes: 0',
    ])
      assert.equal(statusOf(line), null, line);
  });
});
