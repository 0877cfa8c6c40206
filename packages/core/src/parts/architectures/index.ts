export { gru } from './gru.ts';
export { lstm } from './lstm.ts';
export { mlp } from './mlp.ts';
export { resnet } from './resnet.ts';
export { rnn } from './rnn.ts';
