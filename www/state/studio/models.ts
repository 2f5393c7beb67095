import type { Contract } from '#documents';
import type { Desk } from './desk.js';
import { MOST_CONTRACTS } from './work.js';

/** Where a draft of a contract's field is kept. */
export const termsPlace = (model: number, path: string): string => `terms ${model} ${path}`;

/** The desk with another contract in a model's place. */
export function withModel(desk: Desk, model: number, contract: Contract): Desk {
  const contracts = desk.work.contracts.map((each, place) => (place === model ? contract : each));
  return { ...desk, work: { ...desk.work, contracts } };
}

/** The desk without a model, and without what was half typed into it. */
export function withoutModel(desk: Desk, model: number): Desk {
  return arranged(
    desk,
    desk.work.contracts.flatMap((_, place) => (place === model ? [] : [place])),
  );
}

/** The desk with a model one place further on, or back. */
export function movedModel(desk: Desk, model: number, by: 1 | -1): Desk {
  const order = [...desk.work.contracts.keys()];
  const [from, to] = [order[model], order[model + by]];
  if (from === undefined || to === undefined) return desk;
  order[model] = to;
  order[model + by] = from;
  return arranged(desk, order);
}

/** The desk with a copy of a model behind it, as long as there is room. */
export function duplicatedModel(desk: Desk, model: number, name: string): Desk {
  const { contracts } = desk.work;
  const copied = contracts[model];
  if (!copied || contracts.length >= MOST_CONTRACTS) return desk;
  const order = [...contracts.keys()];
  const made = arranged(desk, [...order.slice(0, model + 1), model, ...order.slice(model + 1)]);
  return withModel(made, model + 1, { ...copied, name: name.slice(0, 120) });
}

/** The models in another order, each with its drafts; of a copy, the first one keeps them. */
function arranged(desk: Desk, order: readonly number[]): Desk {
  const contracts = order.flatMap((from) => desk.work.contracts[from] ?? []);
  const drafts = Object.entries(desk.drafts).flatMap(([place, draft]) => {
    const [, model, path] = /^terms (\d+) (.*)$/s.exec(place) ?? [];
    if (model === undefined) return [[place, draft] as const];
    const to = order.indexOf(Number(model));
    return to < 0 ? [] : [[termsPlace(to, path ?? ''), draft] as const];
  });
  return { work: { ...desk.work, contracts }, drafts: Object.fromEntries(drafts) };
}
