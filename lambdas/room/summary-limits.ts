import type { SummaryLimits } from '../../game/quiz/questions/kind.ts';
import type { Ports } from '../ports/ports.ts';

/** A summary is part of what everybody hears. */
const SUMMARY_BYTES = 1500;

export const summaryLimits = ({ isUnwanted }: Pick<Ports, 'isUnwanted'>): SummaryLimits => ({ bytes: SUMMARY_BYTES, isUnwanted });
