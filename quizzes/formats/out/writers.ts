import { giftWriter } from './gift-writer.ts';
import { kahootWriter } from './kahoot-writer.ts';
import { moodleXmlWriter } from './moodle-xml-writer.ts';
import { qtiWriter } from './qti-writer.ts';
import { tableWriter } from './table-writer.ts';
import type { Writer } from './writer.ts';

/** In the order in which they are offered. */
export const WRITERS: Writer[] = [kahootWriter, tableWriter, giftWriter, moodleXmlWriter, qtiWriter];
