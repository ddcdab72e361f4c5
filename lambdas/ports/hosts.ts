/** Who may open rooms. */
export interface HostStore {
  /** @param key hash of the host key */
  invite(key: string): Promise<void>;
  invited(key: string): Promise<boolean>;
}
