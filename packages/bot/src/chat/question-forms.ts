/** What each form of the grammar looks like: questions to begin with. */
export const questionForms: readonly string[] = [
  'depth=10 act=sigmoid',
  'depth=10 act=sigmoid,tanh,relu',
  'depth=2..64 act=sigmoid,tanh,relu',
  'depth=30 act=tanh init=normal gain=0.5..3 bias=0..1',
  'depth=10 act=tanh train=200',
  'fix depth=30 act=sigmoid',
  'explain batchnorm',
  'help',
  'about',
];
