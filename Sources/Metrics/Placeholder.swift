// The first file of Metrics; replaced as the target grows.
