export { ChoiceBoard as TrueFalseBoard, ChoicePad as TrueFalsePad } from './choice.tsx';
