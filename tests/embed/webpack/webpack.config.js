export default {
  entry: './src/main.js',
  experiments: { outputModule: true },
  output: { module: true, filename: 'main.js', publicPath: 'auto' },
  performance: { hints: false },
};
