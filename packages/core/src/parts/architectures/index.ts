export { cnn } from './cnn.ts';
export { mlp } from './mlp.ts';
export { rescnn } from './rescnn.ts';
export { resnet } from './resnet.ts';
export { transformer } from './transformer.ts';
