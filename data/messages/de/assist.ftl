# assist: what a model says about training
reason-model = Modell: { $reason }
