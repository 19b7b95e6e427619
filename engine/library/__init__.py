"""The model library: every run is kept, with its lineage and the ledger of promotions."""
