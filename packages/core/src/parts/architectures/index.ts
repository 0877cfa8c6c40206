export { mlp } from './mlp.ts';
export { resnet } from './resnet.ts';
export { transformer } from './transformer.ts';
