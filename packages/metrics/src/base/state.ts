/**
 * How settled a figure is (METHODS §2). `provisional`: it may still change. `estimate`: it is shown, and never judged. `revised`: it is
 * final, and replaces an earlier figure.
 */
export type FigureState = 'final' | 'provisional' | 'estimate' | 'revised';

/** All states, the weakest first: a figure made of several has the weakest of theirs. */
export const figureStates: readonly FigureState[] = ['estimate', 'provisional', 'revised', 'final'];
