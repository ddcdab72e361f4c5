export { ChoiceBoard as SeveralBoard, ChoicePad as SeveralPad } from './choice.tsx';
