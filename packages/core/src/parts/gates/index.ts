export { hardSigmoid } from '../activations/hard-sigmoid.ts';
export { sigmoid } from '../activations/sigmoid.ts';
