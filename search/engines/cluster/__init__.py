"""The engine of a cluster, OpenSearch 3 or Elasticsearch 9: it is given documents that our own chain has analysed."""
