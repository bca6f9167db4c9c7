/** Longer names are cut: nobody names a metric in more than this, and every table lookup stays cheap. */
const LONGEST_NAME = 160;

/** Words of other languages that training logs use, and what they mean. Longer ones first. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ['验证集', ' validation '],
  ['训练集', ' train '],
  ['测试集', ' test '],
  ['验证', ' validation '],
  ['训练', ' train '],
  ['测试', ' test '],
  ['损失', ' loss '],
  ['准确率', ' accuracy '],
  ['正确率', ' accuracy '],
  ['精确率', ' precision '],
  ['召回率', ' recall '],
  ['学习率', ' lr '],
  ['轮次', ' epoch '],
  ['損失', ' loss '],
  ['精度', ' accuracy '],
  ['손실', ' loss '],
  ['정확도', ' accuracy '],
  ['에폭', ' epoch '],
  ['потери', ' loss '],
  ['точность', ' accuracy '],
  ['эпоха', ' epoch '],
];

// eslint-disable-next-line no-control-regex -- everything outside ASCII may be a foreign word
const NOT_ASCII = /[^\x00-\x7f]/;

/**
 * A name as written, in lowercase words: split at punctuation and where camelCase says so
 * (`validLoss` → valid, loss; `MSELoss` → mse, loss; `mAP50-95(B)` → map50, 95, b).
 */
export function wordsOf(name: string): readonly string[] {
  let text = name.slice(0, LONGEST_NAME);
  if (NOT_ASCII.test(text))
    for (const [word, meaning] of FOREIGN) text = text.split(word).join(meaning);
  return text
    .replace(/['’]s\b/g, ' ')
    .replace(/(?<=[a-z0-9]{2})(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})/g, ' ')
    .toLowerCase()
    .split(/[^a-z0-9\u0080-\uffff%]+/)
    .filter(word => word !== '');
}
