// libtorch has one generator of random numbers for all threads.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
