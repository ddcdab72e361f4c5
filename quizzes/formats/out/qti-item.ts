// One item of QTI 2.1.
import type { Quiz } from '../../../game/quiz/quiz.ts';
import { asWritten, type Written } from './as-written.ts';
import { xhtmlText, xmlText } from './xml-text.ts';

const TEMPLATES = 'http://www.imsglobal.org/question/qti_v2p1/rptemplates';

const value = (text: string) => `<value>${xmlText(text)}</value>`;
const letter = (i: number) => String.fromCharCode(65 + i);

interface Parts {
  declaration: string;
  interaction: string;
  /** Name of the standard way of scoring. */
  scoring: 'match_correct' | 'map_response';
}

function choice(options: readonly { ident: string; text: string; right: boolean }[], several: boolean, partial: boolean): Parts {
  const right = options.filter((option) => option.right);
  const correct = right.length ? `<correctResponse>${right.map(({ ident }) => value(ident)).join('')}</correctResponse>` : '';
  const share = right.length ? 1 / right.length : 0;
  const entries = right.map(({ ident }) => `<mapEntry mapKey="${ident}" mappedValue="${share}"/>`).join('');
  const mapping = partial ? `<mapping lowerBound="0" upperBound="1" defaultValue="${-share}">${entries}</mapping>` : '';
  const cardinality = several ? 'multiple' : 'single';
  return {
    declaration: `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="identifier">${correct}${mapping}</responseDeclaration>`,
    interaction: [
      `<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="${several ? 0 : 1}">`,
      ...options.map(({ ident, text }) => `  <simpleChoice identifier="${ident}">${xhtmlText(text)}</simpleChoice>`),
      '</choiceInteraction>',
    ].join('\n    '),
    scoring: partial ? 'map_response' : 'match_correct',
  };
}

function words(accepted: readonly string[], caseCounts: boolean): Parts {
  const entries = accepted.map((text) => `<mapEntry mapKey="${xmlText(text)}" mappedValue="1" caseSensitive="${caseCounts}"/>`);
  return {
    declaration: `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"><correctResponse>${value(accepted[0] ?? '')}</correctResponse><mapping defaultValue="0">${entries.join('')}</mapping></responseDeclaration>`,
    interaction: '<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="60"/></p>',
    scoring: 'map_response',
  };
}

function partsOf(written: Exclude<Written, { sort: 'other' }>): Parts {
  if (written.sort === 'words') return words(written.accepted, written.caseCounts);
  if (written.sort === 'options')
    return choice(
      written.options.map((option, i) => ({ ...option, ident: letter(i) })),
      written.several,
      written.partial,
    );
  const truths = [true, false].map((truth) => ({
    ident: String(truth),
    text: truth ? 'True' : 'False',
    right: truth === written.right,
  }));
  return choice(truths, false, false);
}

/** @param picture its path from the item */
export function qtiItem(
  question: Quiz['questions'][number],
  ident: string,
  language: string,
  picture: string | undefined,
): string {
  const written = asWritten(question);
  if (written.sort === 'other') return '';
  const { declaration, interaction, scoring } = partsOf(written);
  const { explanation } = question;
  const img =
    picture && question.picture ? `\n    <p><img src="${xmlText(picture)}" alt="${xmlText(question.picture.alt)}"/></p>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${ident}" title="${ident}" xml:lang="${language}" adaptive="false" timeDependent="false">
  ${declaration}
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
  <outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
  <itemBody>
    <p>${xhtmlText(question.text)}</p>${img}
    ${interaction}
  </itemBody>
  <responseProcessing template="${TEMPLATES}/${scoring}"/>${
    explanation
      ? `\n  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="general" showHide="hide">${xhtmlText(explanation)}</modalFeedback>`
      : ''
  }
</assessmentItem>
`;
}
