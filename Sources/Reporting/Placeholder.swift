// The first file of Reporting; replaced as the target grows.
