# assist: what a model says about training
reason-model = model: { $reason }
