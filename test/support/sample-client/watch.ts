interface Watch {
  /** To be called after each change. */
  changed(): void;
  /** Resolves once `holds` does. */
  until(holds: () => boolean): Promise<void>;
}

export function watch(): Watch {
  const waiting = new Set<() => void>();
  return {
    changed() {
      for (const look of [...waiting]) look();
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
