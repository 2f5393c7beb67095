import type { Problem } from '#documents';
import { type ComparisonKey, en } from '../../locales/comparison/en.js';
import { numberIn } from '../entries.js';
import type { Draft } from '../typed.js';
import type { ComparisonSpeech } from './speech.js';

type Said = Parameters<ComparisonSpeech['tell']>;

const BOUNDS: readonly (readonly [RegExp, (speech: ComparisonSpeech, found: readonly string[]) => Said])[] = [
  [/"?([\d.]+%)"? together/, (speech, [max = '']) => ['problem.together', { max: { text: speech.formats.rate(max) } }]],
  [/from (\d{4}-\d\d-\d\d) on/, (_, [day = '']) => ['problem.fromDay', { day: { day } }]],
  [
    /(?:from )?([\d.,^]+) to ([\d.,^]+)/,
    (speech, [min = '', max = '']) => ['problem.between', { min: value(speech, min), max: value(speech, max) }],
  ],
  [/from ([\d.]+) (?:up|on)/, (speech, [min = '']) => ['problem.atLeast', { min: value(speech, min) }]],
  [/above ([\d.]+%?)/, (speech, [min = '']) => ['problem.above', { min: value(speech, min) }]],
  [/(?:at most|up to) "?([\d.]+%?)/, (speech, [max = '']) => ['problem.atMost', { max: value(speech, max) }]],
];

function value({ formats }: ComparisonSpeech, written: string) {
  const [, power] = /^10\^(\d+)$/.exec(written) ?? [];
  const number = power === undefined ? (numberIn(written.replaceAll(',', '')) ?? written) : `1${'0'.repeat(Number(power))}`;
  return { text: written.endsWith('%') ? formats.rate(number) : formats.count(number) };
}

/** What is wrong with what was typed, in the visitor's language. */
export function faultText({ fault, problems }: Draft, speech: ComparisonSpeech): string | undefined {
  if (fault) return speech.phrase(fault);
  const [problem] = problems ?? [];
  return problem && (problemText(problem, speech) ?? speech.tell('blank.refused', { expected: { text: problem.expected } }));
}

/** What is wrong, in the visitor's language; nothing for a code that it has no words for, which is then told in the engine's English. */
export function problemText({ code, expected }: Pick<Problem, 'code' | 'expected'>, speech: ComparisonSpeech): string | undefined {
  if (code === 'out_of_range') {
    for (const [pattern, said] of BOUNDS) {
      const found = pattern.exec(expected);
      if (found) return speech.tell(...said(speech, found.slice(1)));
    }
  }
  const key = `problem.${code}`;
  return Object.hasOwn(en, key) ? speech.tell(key as ComparisonKey) : undefined;
}
