// A choice between two words of the page's own, which `options.ts` knows.
export { ChoiceBoard as TrueFalseBoard, ChoicePad as TrueFalsePad } from './choice.tsx';
