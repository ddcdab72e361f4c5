import { zipSync } from 'fflate';
import type { Quiz } from '../../../game/quiz/quiz.ts';
import { qti } from '../qti.ts';
import { asWritten } from './as-written.ts';
import { qtiItem } from './qti-item.ts';
import type { Writer } from './writer.ts';
import { xmlText } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** The same quiz gives the same file on any day. */
const WRITTEN = '1980-01-02';

const holds = (question: Quiz['questions'][number]) => asWritten(question).sort !== 'other';

const testOf = (
  title: string,
  idents: readonly string[],
) => `${HEAD}<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="quiz" title="${xmlText(title)}">
  <testPart identifier="part" navigationMode="linear" submissionMode="individual">
    <assessmentSection identifier="questions" title="${xmlText(title)}" visible="true">
${idents.map((ident) => `      <assessmentItemRef identifier="${ident}" href="items/${ident}.xml"/>`).join('\n')}
    </assessmentSection>
  </testPart>
</assessmentTest>
`;

const manifestOf = (
  idents: readonly string[],
  pictures: ReadonlyMap<string, string>,
) => `${HEAD}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="manifest">
  <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
    <resource identifier="quiz" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/></resource>
${idents
  .map((ident) => {
    const picture = pictures.get(ident);
    const file = picture ? `<file href="${xmlText(picture)}"/>` : '';
    return `    <resource identifier="r-${ident}" type="imsqti_item_xmlv2p1" href="items/${ident}.xml"><file href="items/${ident}.xml"/>${file}</resource>`;
  })
  .join('\n')}
  </resources>
</manifest>
`;

/** A package of QTI 2.1. */
export const qtiWriter: Writer = {
  name: 'QTI 2.1',
  ending: '.zip',
  reader: qti,
  holds,
  write: ({ title, language, questions }, pictures) => {
    const files: Record<string, Uint8Array> = {};
    const used = new Map<string, string>();
    const idents: string[] = [];
    for (const [i, question] of questions.entries()) {
      if (!holds(question)) continue;
      const ident = `q${String(i + 1).padStart(3, '0')}`;
      const bytes = question.picture && pictures.get(question.picture.file);
      const picture = bytes && `media/${ident}.${question.picture?.file.split('.').at(-1)}`;
      if (bytes && picture) files[picture] = bytes;
      if (picture) used.set(ident, picture);
      files[`items/${ident}.xml`] = new TextEncoder().encode(qtiItem(question, ident, language, picture && `../${picture}`));
      idents.push(ident);
    }
    files['test.xml'] = new TextEncoder().encode(testOf(title, idents));
    files['imsmanifest.xml'] = new TextEncoder().encode(manifestOf(idents, used));
    return zipSync(files, { mtime: WRITTEN });
  },
};
