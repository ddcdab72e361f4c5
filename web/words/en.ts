// Every text of the pages in English; another language is another file of this shape. Functions where a number or a name goes in.
export { REFUSALS as refusals } from '../../game/refusals.ts';

/** On both pages. */
export const both = {
  true: 'True',
  false: 'False',
};

/** On the phone. */
export const player = {};

/** On the projector. */
export const host = {};
