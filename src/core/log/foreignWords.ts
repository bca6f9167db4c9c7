/** Words of other languages that training logs use, by what they mean. Words of one meaning stand on one line. */
const MEANINGS: Readonly<Record<string, string>> = {
  train:
    '训练集 训练 訓練集 訓練 学习 学習 トレーニング 훈련 학습 entraînement apprentissage entrenamiento treinamento treino обучающей обучении обучения обучение тренировке',
  validation:
    '验证集 验证 校验 驗證集 驗證 検証 バリデーション 評価 评估 評估 검증 평가 validierung validierungs validación validacion validação валидации валидация валидационной',
  test: '测试集 测试 測試集 測試 テスト 테스트 시험 prueba тесте тестовой',
  loss: '损失值 损失 損失值 損失 ロス 손실값 손실 verlust perte pérdida perdida perda потерь потери потеря',
  accuracy:
    '准确率 准确度 正确率 精度 準確率 準確度 正確率 正解率 정확도 genauigkeit exactitude exactitud précision precisión acurácia acuracia точность',
  precision: '精确率 精確率 適合率 정밀도',
  recall: '召回率 再現率 재현율',
  error: '误差 錯誤率 错误率 誤差 오차 fehler erreur ошибка',
  lr: '学习率 學習率 学習率 학습률 lernrate',
  epoch:
    '迭代轮数 训练轮数 训练次数 訓練次數 訓練輪數 轮次 轮数 回合数 周期 週期 エポック数 エポック 에포크 에폭 epoche époque época epoca epok epoka epoki эпоха эпохи',
  iteration: '迭代次数 迭代 반복 итерация iteración iteração itération',
  step: '步数 步數 ステップ 스텝 шаг',
  time: '耗时 用时 時間 时间 소요시간 시간 tiempo tempo durée dauer время',
  reward: '奖励 獎勵 回报 报酬 報酬 보상 recompensa récompense belohnung награда',
  winrate: '胜率 勝率 승률',
  'success rate': '成功率',
};

const WORDS = new Map(
  Object.entries(MEANINGS).flatMap(([meaning, words]) =>
    words.split(/\s+/).map(word => [word, meaning] as const),
  ),
);
/** Longer ones first: `学习率` is no `学习`. In scripts without blanks a word may stand inside of others. */
const ANYWHERE = [...WORDS.keys()].sort((a, b) => b.length - a.length).join('|');
const FOREIGN = new RegExp(ANYWHERE, 'giu');
// eslint-disable-next-line no-control-regex -- everything outside ASCII may be a foreign word
const NOT_ASCII = /[^\x00-\x7f]/;
/** Words that need no letter beyond ASCII; German grows them together. */
const GERMAN =
  /(?<![a-z])(?:(?:trainings?|validierungs?|test)?(?:verlust|genauigkeit|fehler)|validierung|lernrate|perte|exactitude?|perda|perdida|validacion|acuracia|epoche|epoca|epok[ai]?|treino|entrenamiento)(?![a-z])/gi;

/** A text with the words of other languages in English; what it does not know stays. Linear. */
export function translated(text: string): string {
  const german = text.replace(GERMAN, found =>
    found.replace(/^(training|validierung|test)s?(?=[a-z]{5})/i, '$1 ').replace(FOREIGN, meaningOf),
  );
  return NOT_ASCII.test(german) ? german.replace(FOREIGN, meaningOf) : german;
}

function meaningOf(word: string): string {
  return ` ${WORDS.get(word.toLowerCase()) ?? word} `;
}
