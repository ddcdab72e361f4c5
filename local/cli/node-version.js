// Plain JavaScript, so that an old Node can still read it and say what is wrong.
import process from 'node:process';

const NEEDED = 24;
if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `Quizcast needs Node ${NEEDED} or newer, and this is ${process.version}. Install a newer one (https://nodejs.org), then run this again.`,
  );
  process.exit(1);
}
