import type { ToPanel } from '../core/protocol';
import { connect } from './host';
import { Panel } from './panel';
import { onThemeChange } from './readTheme';
import { restoreViewState } from './viewState';

const host = connect();
const page = document.getElementById('panel') ?? document.body;
let panel: Panel | null = null;

function receive(message: ToPanel): void {
  switch (message.type) {
    case 'hello':
      document.documentElement.lang = message.language;
      panel = new Panel(page, host, message);
      return;
    case 'stage':
      panel?.show(message.stage);
      return;
    case 'window':
      panel?.receive(message.data);
      return;
    case 'unanswered':
      panel?.passOver(message.id);
      return;
    case 'cursor':
      panel?.pointAt(message);
      return;
  }
}

host.onMessage(receive);
onThemeChange(() => panel?.restyle());
host.send({ type: 'ready', state: restoreViewState(host.kept()) });
