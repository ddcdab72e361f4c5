// Its two options come from `options.ts`.
export { ChoiceBoard as TrueFalseBoard, ChoicePad as TrueFalsePad } from './choice.tsx';
