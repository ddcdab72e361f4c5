import type { HostModel } from '../../model.ts';

/** Where players go. The server knows better than this page's own address, which on the host's machine is localhost. */
export const joinAddress = (model: HostModel): string => model.shelf.value?.join ?? location.host;
