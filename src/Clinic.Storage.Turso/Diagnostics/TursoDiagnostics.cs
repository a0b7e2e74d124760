using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Clinic.Storage.Turso;

/// <summary>Figures and traces of this package, under the name <c>Clinic.Storage.Turso</c>.</summary>
internal static class TursoDiagnostics
{
    public const string Name = "Clinic.Storage.Turso";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Commits = Meter.CreateCounter<long>("clinic.storage.commits", "{commit}", "Commits done.");

    public static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("clinic.storage.conflicts", "{conflict}", "Commits that lost a race.");

    public static readonly Counter<long> RoundTrips = Meter.CreateCounter<long>("clinic.storage.round_trips", "{request}", "Requests sent to a server.");

    public static readonly Histogram<double> CommitDuration =
        Meter.CreateHistogram<double>("clinic.storage.commit.duration", "s", "Time of a commit, waiting for the writer included.");
}
