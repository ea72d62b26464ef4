# training
