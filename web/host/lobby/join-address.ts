import type { HostModel } from '../../ui/page-model.ts';

/** The server's, since this page may be on localhost. */
export const joinAddress = (model: HostModel): string => model.library.value?.join ?? location.host;
