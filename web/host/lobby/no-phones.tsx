import { host as words } from '../../words/en.ts';

/** Why no phone has come, on one machine, and what to do. */
export function NoPhones() {
  const { title, causes } = words.lobby.noPhones;
  return (
    <div class="no-phones" role="status">
      <strong>{title}</strong>
      <ul>
        {causes.map(({ cause, remedy }) => (
          <li key={cause}>
            <b>{cause}</b> {remedy}
          </li>
        ))}
      </ul>
    </div>
  );
}
