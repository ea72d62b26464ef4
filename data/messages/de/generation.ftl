# generation
