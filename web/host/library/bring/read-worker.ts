// Reads a file beside the page, which stays usable meanwhile.
import type { DroppedFile } from '../../../ui/bringing-model.ts';
import { readFile } from './read-file.ts';

addEventListener('message', async ({ data }: MessageEvent<DroppedFile>) => {
  // A rejection would not reach the page.
  postMessage(await readFile(data).catch(() => ({ name: data.name, reason: '' })));
});
