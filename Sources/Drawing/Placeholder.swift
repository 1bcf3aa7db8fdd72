// The first file of Drawing; replaced as the target grows.
