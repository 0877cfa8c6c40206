/** A format in which other programs keep models: what it is, and how it becomes one that can be probed. */
interface ForeignFormat {
  readonly what: string;
  readonly advice: string;
}

const ofKeras = (format: string, from: string): string =>
  `convert it: tensorflowjs_converter --input_format ${format} ${from} folder, and probe folder/model.json`;

const h5: ForeignFormat = { what: 'a Keras model in HDF5', advice: ofKeras('keras', 'model.h5') };
const savedModel: ForeignFormat = {
  what: 'a TensorFlow SavedModel, a graph without layers',
  advice: `save the Keras model as .h5, and ${ofKeras('keras', 'model.h5')}`,
};
const torch: ForeignFormat = {
  what: 'a PyTorch file, which holds code',
  advice:
    'only models of TensorFlow.js are probed: rebuild its layers in TensorFlow.js, or ask about its architecture, such as vanish depth=10 act=relu',
};

/** Formats by the end of a file's name. */
export const foreignFormats: Readonly<Partial<Record<string, ForeignFormat>>> = {
  '.h5': h5,
  '.hdf5': h5,
  '.keras': { what: 'a Keras model', advice: `save it with model.save('model.h5'), and ${ofKeras('keras', 'model.h5')}` },
  '.pb': savedModel,
  '.tflite': {
    what: 'a TensorFlow Lite model, which cannot learn',
    advice: `go back to the Keras model, and ${ofKeras('keras', 'model.h5')}`,
  },
  '.onnx': { what: 'an ONNX graph, which has no layers', advice: torch.advice },
  '.pt': torch,
  '.pth': torch,
  '.pkl': torch,
  '.safetensors': { what: 'a file of weights alone', advice: torch.advice },
  '.bin': { what: 'a file of weights alone', advice: 'give the model.json beside it' },
};
