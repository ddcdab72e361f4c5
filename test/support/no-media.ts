import type { MediaStore } from '../../lambdas/ports/media.ts';

/** For games that show no pictures. */
export const noMedia: MediaStore = {
  ticket: async () => {
    throw new Error('nobody brings a file here');
  },
  keep: async (_, files) => [...files],
};
