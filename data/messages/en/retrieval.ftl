# retrieval
