import type { SocketHandler } from '../api-gateway-event.ts';
import type { SeatStore } from '../ports/seats.ts';

/** May come late or never; the seat stays. */
export const disconnectHandler =
  (ports: { store: SeatStore; now(): number }): SocketHandler =>
  async ({ requestContext }) => {
    await ports.store.disconnectAll(requestContext.connectionId, ports.now());
    return { statusCode: 200 };
  };
