namespace Clinic.Benchmarks.Http;

/// <summary>What one request asked of the server of the database.</summary>
internal sealed class TripTally
{
    private int roundTrips;

    /// <summary>Requests to the server so far, reading and writing.</summary>
    public int RoundTrips => Volatile.Read(ref roundTrips);

    /// <summary>Attempts to commit.</summary>
    public int Commits { get; set; }

    /// <summary>Requests to the server of all attempts to commit.</summary>
    public int RoundTripsOfCommits { get; set; }

    public void Add(int count) => Interlocked.Add(ref roundTrips, count);
}
