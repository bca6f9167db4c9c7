import { batch } from '../../../../src/core/config/languages/batch';
import { dockerfile } from '../../../../src/core/config/languages/dockerfile';
import { makefile } from '../../../../src/core/config/languages/makefile';
import { powershell } from '../../../../src/core/config/languages/powershell';
import { assertTotals } from '../marked';

describe('settings in scripts of lines', () => {
  it('stand in what a Dockerfile runs, in either form, and in its variables', () => {
    assertTotals(dockerfile, 'FROM python\nCMD ["python", "train.py", "--epochs", "‹2›"]\n');
    assertTotals(
      dockerfile,
      'ENTRYPOINT python train.py \\\n  # why\n  --lr 1 \\\n  --epochs ‹3›\n',
    );
    assertTotals(
      dockerfile,
      'ARG EPOCHS=‹4›\nENV MAX_EPOCHS ‹5›\n# ENV EPOCHS=6\nLABEL epochs=7\n',
    );
  });

  it('stand in the recipes and variables of a makefile', () => {
    assertTotals(
      makefile,
      'EPOCHS ?= ‹10›\ntrain:\n\t@echo --epochs 1\n\tpython train.py --epochs $(EPOCHS)\n',
    );
    assertTotals(
      makefile,
      'train:\n\tpython train.py --max-epochs=‹7› \\\n\t\t--lr 1\n# EPOCHS = 3\n',
    );
  });

  it('stand in the commands of a batch file, and in what is set', () => {
    assertTotals(
      batch,
      '@echo off\r\nset EPOCHS=‹10›\r\npython train.py --lr 1 ^\r\n  --epochs ‹20›\r\nrem --epochs 3\r\n',
    );
    assertTotals(batch, 'set "EPOCHS=‹10›"\r\necho --epochs 4\r\n');
  });

  it('stand in the commands, variables and parameters of PowerShell', () => {
    assertTotals(
      powershell,
      '$epochs = ‹10›\npython train.py --lr 1 `\n  --epochs ‹20›\n# --epochs 3\n',
    );
    assertTotals(
      powershell,
      'param(\n  [int]$Epochs = ‹5›,\n  [string]$Name = "x"\n)\nWrite-Host "--epochs 7"\n',
    );
  });
});
