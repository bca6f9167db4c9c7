import assert from 'node:assert/strict';
import { madeRun, shownLinks } from './madeProject';

describe('links inside a notebook', () => {
  const cell = (source: string) => ({ cell_type: 'code', source });
  const notebook = JSON.stringify({
    cells: [cell('EPOCHS = 30'), cell('m.fit(x, epochs=EPOCHS)'), cell('m.fit(x, epochs=30)')],
  });

  it('tie what a cell printed to the setting in it, or in the nearest cell above', () => {
    const runs = [
      madeRun('a.ipynb', 30, { name: 'a.ipynb cell 2' }),
      madeRun('a.ipynb', 30, { name: 'a.ipynb cell 3' }),
    ];
    assert.deepEqual(shownLinks({ 'a.ipynb': notebook }, runs), [
      'a.ipynb EPOCHS=30 source same-notebook: a.ipynb',
      'a.ipynb epochs=30 source same-notebook: a.ipynb',
    ]);
  });

  it('take no setting below the cell that printed the log', () => {
    const below = JSON.stringify({ cells: [cell('x()'), cell('m.fit(x, epochs=30)')] });
    const run = madeRun('a.ipynb', 30, { name: 'a.ipynb cell 1' });
    const links = shownLinks(
      { 'a.ipynb': below, 'b.py': 'EPOCHS = 30\nfor epoch in range(EPOCHS):\n    pass\n' },
      [run],
    );
    assert.deepEqual(
      links.filter(link => link.startsWith('a.ipynb')),
      [],
    );
  });
});
