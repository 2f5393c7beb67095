/** Where an element is: `loading`, `ready` with a result, or `error` with what stood there before. */
const PHASES = ['loading', 'ready', 'error'] as const;
export type PhaseName = (typeof PHASES)[number];

/** The phase as custom states, so that a page's styles can tell: `:state(ready)`. */
export class Phase {
  #name: PhaseName = 'loading';

  constructor(readonly internals: ElementInternals) {}

  get name(): PhaseName {
    return this.#name;
  }

  enter(name: PhaseName): void {
    this.#name = name;
    for (const phase of PHASES) this.internals.states[phase === name ? 'add' : 'delete'](phase);
  }
}
