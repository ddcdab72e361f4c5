import type { HostModel } from '../../ui/page-model.ts';

/** Where players go. The server knows better than this page's own address, which on the host's machine is localhost. */
export const joinAddress = (model: HostModel): string => model.library.value?.join ?? location.host;
