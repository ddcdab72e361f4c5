import { Heading } from '../../ui/heading.tsx';
import { host as words } from '../../words/en.ts';

export function InvalidLink() {
  const { title, text, example, server, player } = words.noKey;
  return (
    <main class="plain">
      <p class="brand">{words.product}</p>
      <Heading ifLost>{title}</Heading>
      <p>{text}</p>
      <dl class="recipe">
        <dt>{example}</dt>
        <dd>
          <code>{document.baseURI}host#Zr3…8Qw</code>
        </dd>
        <dt>{server}</dt>
        <dd>
          <code>npm start</code>
        </dd>
      </dl>
      <p>
        <a href=".">{player}</a>
      </p>
    </main>
  );
}
