// The first file of Terminal; replaced as the target grows.
