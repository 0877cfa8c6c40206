export { cnn } from './cnn.ts';
export { gru } from './gru.ts';
export { lstm } from './lstm.ts';
export { mlp } from './mlp.ts';
export { rescnn } from './rescnn.ts';
export { resnet } from './resnet.ts';
export { rnn } from './rnn.ts';
export { transformer } from './transformer.ts';
