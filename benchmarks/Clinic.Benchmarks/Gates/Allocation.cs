namespace Clinic.Benchmarks.Gates;

/// <summary>Counts the bytes that a call allocates on its own thread.</summary>
public static class Allocation
{
    private const int WarmUp = 2_000;
    private const int Calls = 5_000;
    private const int Rounds = 5;

    private static object? kept;

    /// <summary>The bytes of one call: the average of the round that allocated least, after warming up.</summary>
    /// <remarks>The least, because the runtime itself may allocate in between; a call never allocates less than it does.</remarks>
    public static double BytesPerCall(Func<object> call, int calls = Calls)
    {
        for (var i = 0; i < Math.Min(WarmUp, calls); i++) kept = call();
        return Enumerable.Range(0, Rounds).Min(_ => Round(call, calls));
    }

    private static double Round(Func<object> call, int calls)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < calls; i++) kept = call();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(kept);
        return (double)bytes / calls;
    }
}
