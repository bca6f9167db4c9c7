import type { ToPanel } from '../core/protocol';
import { connect } from './host';
import { Panel } from './panel';
import { onThemeChange } from './readTheme';
import { restoreViewState } from './viewState';

const host = connect();
const page = document.getElementById('panel') ?? document.body;
let panel: Panel | null = null;

function receive(message: ToPanel): void {
  if (message.type === 'hello') {
    document.documentElement.lang = message.language;
    // A new panel is greeted before its page asks, and once more when it does.
    panel ??= new Panel(page, host, message);
  } else if (panel !== null) tell(panel, message);
}

function tell(to: Panel, message: Exclude<ToPanel, { type: 'hello' }>): void {
  switch (message.type) {
    case 'stage':
      to.show(message.stage);
      return;
    case 'window':
      to.receive(message.data);
      return;
    case 'unanswered':
      to.passOver(message.id);
      return;
    case 'places':
      to.receivePlaces(message);
      return;
    case 'cursor':
      to.pointAt(message);
      return;
  }
}

host.onMessage(receive);
onThemeChange(() => panel?.restyle());
host.send({ type: 'ready', state: restoreViewState(host.kept()) });
