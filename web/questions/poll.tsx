export { ChoiceBoard as PollBoard, ChoicePad as PollPad } from './choice.tsx';
