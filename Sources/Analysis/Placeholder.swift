// The first file of Analysis; replaced as the target grows.
