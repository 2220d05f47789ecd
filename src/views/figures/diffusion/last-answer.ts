/**
 * Keeps the last answer of a function of plain values: while the time slider moves, the paths stay as they are and
 * need not be sampled anew.
 */
export function lastAnswer<Question, Answer>(
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  let kept: { key: string; value: Answer } | undefined;
  return (question) => {
    const key = JSON.stringify(question);
    if (kept?.key !== key) kept = { key, value: answer(question) };
    return kept.value;
  };
}
