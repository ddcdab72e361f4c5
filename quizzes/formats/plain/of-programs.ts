// Texts with signs of a program's own become what people write.

/** `#Q …`, below it `^` with what is right, then `A …`: Open Trivia QA. */
const TRIVIA = /^#Q\s/m;
const ANSWER_ABOVE = /^\^ ?(.{0,500})\n((?:[A-H] .{0,500}(?:\n|$)){1,10})/gm;

/** text2qti: `...` and signs before the feedback of a question. */
const FEEDBACK = /^\.\.\. /m;

/** Lines keep their numbers. */
export function inPlainWords(text: string): string {
  if (TRIVIA.test(text))
    return text
      .replace(/\r\n/g, '\n')
      .replace(/^#Q\s+/gm, 'Question: ')
      .replace(
        ANSWER_ABOVE,
        (_, right: string, options: string) => `${options.trimEnd().replace(/^([A-H]) /gm, '$1) ')}\nAnswer: ${right}\n`,
      );
  return FEEDBACK.test(text) ? text.replace(/^[+-] {2,}\S.*$/gm, '') : text;
}
