import assert from 'node:assert/strict';
import { FactsOfFolders } from '../../../src/core/log/folderFacts';

const RUN = 'mlruns/7/0123456789abcdef0123456789abcdef';

describe('FactsOfFolders', () => {
  it("gathers what MLflow's file store says of a run", () => {
    const facts = new FactsOfFolders();
    facts.note(`${RUN}/params/max_epochs`, '12');
    facts.note(`${RUN}/params/lr`, '0.1\n');
    facts.note(`${RUN}/meta.yaml`, "experiment_id: '7'\nrun_name: 'old'\nstatus: 4\n");
    facts.note(`${RUN}/tags/mlflow.runName`, 'new');
    facts.note('mlruns/7/meta.yaml', 'experiment_id: "7"\nname: digits\n');
    assert.deepEqual(facts.of(RUN), {
      planned: { count: 12, unit: 'epoch' },
      name: 'new',
      status: 'interrupted',
      epochs: null,
      parameters: new Map([
        ['max_epochs', '12'],
        ['lr', '0.1'],
      ]),
    });
    assert.equal(facts.of('mlruns/7')?.name, 'digits');
    assert.equal(facts.of('mlruns'), undefined);
  });

  it('takes the planned length from settings beside a log, and nothing from other files', () => {
    const facts = new FactsOfFolders();
    facts.note('run/args.json', '{"epochs": 50}');
    facts.note('run/meta.yaml', 'name: something else\nstatus: 3\n');
    assert.deepEqual(facts.of('run'), {
      planned: { count: 50, unit: 'epoch' },
      name: null,
      status: null,
      epochs: null,
      parameters: new Map(),
    });
  });

  it('concerns only files that say something', () => {
    const paths = [`${RUN}/params/lr`, `${RUN}/meta.yaml`, 'run/args.json'];
    const others = [`${RUN}/metrics/loss`, `${RUN}/tags/mlflow.user`, 'run/train.log'];
    assert.deepEqual(
      [...paths, ...others].filter(path => FactsOfFolders.concerns(path)),
      paths,
    );
  });
});
