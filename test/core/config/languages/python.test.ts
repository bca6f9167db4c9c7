import assert from 'node:assert/strict';
import { python } from '../../../../src/core/config/languages/python';
import { assertTotals } from '../marked';

const totals = (marked: string) => assertTotals(python, marked);

describe('Python settings: where they stand', () => {
  it('are constants and attributes', () => {
    totals('EPOCHS = ‹10›\n');
    totals('BATCH, NUM_EPOCHS = 32, ‹20›\n');
    totals('class Solver:\n    def __init__(self):\n        self.n_epochs = ‹200›\n');
    totals('config = wandb.config\nconfig.epochs = ‹20›\n');
    totals("cfg['train']['epochs'] = ‹20›\n");
    totals('_C = CN()\n_C.TRAIN = CN()\n_C.TRAIN.EPOCHS = ‹300›\n_C.TRAIN.WARMUP_EPOCHS = 20\n');
  });

  it('are fields of classes', () => {
    totals(
      '@dataclass\nclass Args:\n    num_train_epochs: int = field(\n        default=‹3›, metadata={},\n    )\n',
    );
    totals('class Config(BaseModel):\n    epochs: int = Field(‹10›, ge=1)\n    lr: float = 0.1\n');
    totals('class Config:\n    MAX_EPOCHS: int = ‹40›\n    LR_PATIENCE = 5\n');
  });

  it('are defaults of flags', () => {
    totals("parser.add_argument('-e', '--epochs', type=int, default=‹30›, help='epochs')\n");
    totals("parser.add_argument('--n_epochs', type=int, default='‹200›')\n");
    totals("flags.DEFINE_float('num_train_epochs', ‹3.0›, 'Total number of epochs.')\n");
    totals(
      "@click.option('--epochs', default=‹10›)\ndef main(epochs):\n    train(epochs=epochs)\n",
    );
    totals('def main(epochs: int = typer.Option(‹10›, help="x")):\n    pass\n');
    totals("parser.add_argument('--epoch', default=100, help='checkpoint to load')\n");
    totals("parser.add_argument('--warmup-epochs', default=5)\n");
  });

  it('are entries of dicts, however they are written', () => {
    totals("config = {'lr': 0.1, 'epochs': ‹10›}\n");
    totals('runner = dict(type="EpochBasedRunner", max_epochs=‹12›)\n');
    totals('train_cfg = dict(type="IterBasedTrainLoop", max_iters=‹80000›, val_interval=1)\n');
    totals('wandb.init(config=dict(train=dict(epochs=‹5›)))\n');
    totals('param_scheduler = [dict(type="CosineAnnealingLR", max_epochs=12)]\n');
    totals("sweep = {'parameters': {'epochs': {'values': [1, 2]}}}\n");
    totals("torch.save({'epoch': 5, 'state': model.state_dict()}, 'x.pt')\n");
  });

  it('are arguments of what trains', () => {
    totals('model.fit(x, y, epochs=‹10›, batch_size=4)\n');
    totals('trainer = pl.Trainer(max_epochs=‹10›)\n');
    totals('TrainingArguments(output_dir="x", num_train_epochs=‹2›)\n');
    totals('learn.fine_tune(‹3›)\nlearn.fit_one_cycle(‹5›, 1e-3)\n');
    totals('xgb.train(params, dtrain, ‹100›)\n');
    totals('clf = XGBClassifier(n_estimators=‹500›)\n');
    totals('model = PPO("MlpPolicy", env)\nmodel.learn(total_timesteps=‹100_000›)\n');
    totals('MLPClassifier(max_iter=‹300›)\n');
    totals('cfg.SOLVER.MAX_ITER = ‹300›\n');
    totals('model = PPO(env, n_steps=128, n_epochs=4)\nmodel.learn(total_timesteps=‹5000›)\n');
    totals('SFTConfig(num_train_epochs=1, max_steps=‹60›)\n');
    totals('fasttext.train_supervised("a.txt", epoch=‹25›)\n');
    totals('CatBoostClassifier(iterations=‹500›)\n');
    totals('estimator.train(input_fn=f, steps=‹1000›)\n');
  });

  it('are bounds of loops over epochs, and of a plain training loop', () => {
    totals('for epoch in range(‹20›):\n    train()\n');
    totals('for epoch in tqdm(range(0, ‹20›), desc="x"):\n    train()\n');
    totals('epoch = 0\nwhile epoch < ‹50›:\n    epoch += 1\n');
    totals('for i in range(‹500›):\n    loss.backward()\n    optimizer.step()\n');
    totals('for fold in range(5):\n    for epoch in range(‹20›):\n        loss.backward()\n');
    totals('for i in range(500):\n    print(i)\n');
    totals('for step in range(‹1000›):\n    sess.run([train_op, loss], feed_dict=d)\n');
  });

  it('count the turns of a range that starts at one, which ends one later', () => {
    const [setting] = totals('for epoch in range(1, ‹101›):\n    pass\n');
    assert.deepEqual([setting?.value, setting?.shift, setting?.editable], [100, 1, true]);
  });

  it('say that the end of a range that starts anywhere else is no count', () => {
    const [setting] = totals('for epoch in range(30, ‹101›):\n    pass\n');
    assert.equal(setting?.editable, false);
  });
});

describe('Python settings: what they are not', () => {
  it('are not arguments of schedules, callbacks and input pipelines', () => {
    totals('OneCycleLR(opt, 0.1, epochs=10, steps_per_epoch=5)\n');
    totals('get_linear_schedule_with_warmup(opt, 0, num_training_steps=100)\n');
    totals('MetricsLogger(path, total_epochs=10)\nplot_history(h, epochs=10)\n');
    totals('tf.train.string_input_producer(files, num_epochs=5)\n');
    totals('RandomForestClassifier(n_estimators=100)\nLogisticRegression(max_iter=1000)\n');
    totals('class WarmupScheduler:\n    def __init__(self, total_epochs=100):\n        pass\n');
  });

  it('are not counters, dates, other epochs, comments and docstrings', () => {
    totals('epoch = 0\nepoch = 1721045.0\nstep = 5\nlast_epoch = -1\n');
    totals('"""epochs: 10"""\n# EPOCHS = 10\nprint("epochs = 5")\n');
    totals('star = Star(epoch=2451545)\n');
    totals('agent = AgentConfig(max_steps=100, verbose=True)\n');
  });

  it('are not the single epoch of a loop that counts them itself', () => {
    totals('for epoch in range(‹100›):\n    model.fit(x, y, epochs=1)\n');
    totals('for epoch in range(‹100›):\n    for i in range(200):\n        loss.backward()\n');
  });

  it('are not the epochs inside a function that the training loop calls', () => {
    totals(
      'def inner(m):\n    m.fit(x, epochs=12)\n\nconfig.outer_epochs = ‹1000›\n' +
        'for i in range(config.outer_epochs):\n    inner(m)\n',
    );
  });

  it('are not a fit that only builds the model, nor a rehearsal', () => {
    totals('model.fit(x, steps_per_epoch=1, epochs=1)\n');
    totals('EPOCHS = ‹50›\nif args.debug:\n    EPOCHS = 2\n');
    totals('EPOCHS = ‹50›\nif not debug:\n    print(1)\n');
  });

  it('are not defaults of a library that others set', () => {
    totals('class T:\n    def __init__(self, epochs: int = -1, total_epochs=0):\n        pass\n');
    totals('def fit(self, x, epochs=1):\n    pass\n');
  });
});

describe('Python settings: the first link of a chain', () => {
  it('is followed through a constant, a flag and a call', () => {
    const settings = totals(
      'EPOCHS = ‹25›\n' +
        'parser.add_argument("--epochs", default=EPOCHS)\nargs = parser.parse_args()\n' +
        'model.fit(x, epochs=args.epochs)\n',
    );
    assert.deepEqual(
      settings.map(({ key, text, primary, editable }) => ({ key, text, primary, editable })),
      [
        { key: 'EPOCHS', text: '25', primary: true, editable: true },
        { key: '--epochs', text: 'EPOCHS', primary: false, editable: false },
        { key: 'epochs', text: 'args.epochs', primary: false, editable: false },
      ],
    );
  });

  it('gives a name without meaning the meaning of what it bounds', () => {
    totals('N = ‹40›\nfor epoch in range(N):\n    pass\n');
    totals('rounds_of_training = ‹40›\nmodel.fit(x, epochs=rounds_of_training)\n');
    totals(
      'class A:\n    def __init__(self):\n        self.n = ‹30›\n    def run(self):\n        for epoch in range(self.n):\n            pass\n',
    );
  });

  it('is the argument of the call where every call overrides the default', () => {
    totals(
      'def train(data, epochs=100):\n    for epoch in range(epochs):\n        pass\n\ntrain(d, ‹150›)\n',
    );
    totals('def train(data, epochs):\n    pass\n\ntrain(d, ‹150›)\ntrain(d, epochs=‹20›)\n');
  });

  it('is also the default where a call leaves it', () => {
    totals(
      'def train(arch, epochs=‹5›):\n    learn.fine_tune(epochs)\n\ntrain("a")\ntrain("b", epochs=‹12›)\n',
    );
    totals('def train(base: str = "", num_epochs: int = ‹3›):\n    pass\n\nfire.Fire(train)\n');
  });

  it('is the default of a lookup where nothing else says the number', () => {
    totals("epochs = int(os.environ.get('EPOCHS', ‹10›))\n");
    totals("EPOCHS = ‹5›\nepochs = config.get('epochs', 10)\n");
  });

  it('is followed through `int(…)` and sums', () => {
    totals('n_epochs = int(‹1e5›)\n');
    totals('n = ‹9›\nfor epoch in range(1, int(n) + 1):\n    pass\n');
    totals('start = 3\nepochs = ‹9›\nmodel.fit(x, epochs=epochs - start)\n');
  });

  it('ends where names go round in a circle', () => {
    totals('epochs = other\nother = epochs\nfor epoch in range(epochs):\n    pass\n');
  });
});

describe('Python settings in text that is being typed', () => {
  it('are found in the intact part', () => {
    totals('EPOCHS = ‹10›\nmodel.fit(x, epochs=\n');
    totals('model.fit(x,\n    epochs=‹10›,\n    batch_size=\n');
    totals('parser.add_argument("--epochs", default=‹3›\nx = (1,\n');
  });

  it('are exact beside emoji, tabs and Windows line ends', () => {
    totals('s = "😀"; EPOCHS = ‹10›\r\nif x:\r\n\tN_EPOCHS = ‹3›\r\n');
  });

  it('end quickly on deep nesting', () => {
    assert.doesNotThrow(() => python.read(`epochs = ${'('.repeat(20_000)}`));
    assert.doesNotThrow(() => python.read(`epochs = ${'{"a":'.repeat(5_000)}`));
    assert.doesNotThrow(() => python.read(`epochs = ${'f('.repeat(5_000)}`));
  });
});
