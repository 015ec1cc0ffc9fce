"""What is thrown at factcheck on purpose: hostile families of text, fuzz targets, measures of growth."""
