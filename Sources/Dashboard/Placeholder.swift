// The first file of Dashboard; replaced as the target grows.
