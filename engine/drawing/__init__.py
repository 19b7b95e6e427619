"""Still charts as SVG, from records: for reports and for the model card of a bundle."""
