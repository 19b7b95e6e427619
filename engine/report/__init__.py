"""Reports that open anywhere: one HTML file with its plots inside, nothing fetched from elsewhere."""
