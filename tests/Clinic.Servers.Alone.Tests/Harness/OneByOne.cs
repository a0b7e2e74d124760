// Times are measured, and the machine is small.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
