import type { Control } from './controlKinds';
import { element } from './elements';
import { isGrouping } from './runLooks';
import { isCompared } from './shown';

const LIST = 'parameters';

/** What runs beside each other are grouped by: a text, with the parameters in which they differ to choose from. Hidden for one run alone. */
export const groupControl: Control = (words, choose) => {
  const input = element('input', 'filter group-by');
  input.type = 'search';
  input.placeholder = words.groupHint;
  input.setAttribute('list', LIST);
  input.setAttribute('aria-label', words.groupBy);
  input.addEventListener('input', () => choose({ groupBy: input.value }));
  const list = element('datalist', '');
  list.id = LIST;
  const label = element('label', 'control', element('span', '', words.groupBy), input, list);
  return {
    element: label,
    show({ stage, state }) {
      label.hidden = !isCompared(state) || stage.runs.length < 2;
      if (document.activeElement !== input) input.value = state.groupBy;
      const isWrong = !isGrouping(stage, state.groupBy);
      input.setAttribute('aria-invalid', String(isWrong));
      input.title = isWrong ? words.noExpression : words.groupHint;
      const listed = [...list.options].map(({ value }) => value).join('\n');
      if (listed === stage.parameters.join('\n')) return;
      list.replaceChildren(
        ...stage.parameters.map(name => {
          const option = element('option', '');
          option.value = name;
          return option;
        }),
      );
    },
  };
};
