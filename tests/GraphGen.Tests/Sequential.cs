// libtorch has one stream of random numbers for all threads: tests that seed it would disturb each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
