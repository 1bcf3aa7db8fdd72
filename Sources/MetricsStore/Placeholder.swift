// The first file of MetricsStore; replaced as the target grows.
