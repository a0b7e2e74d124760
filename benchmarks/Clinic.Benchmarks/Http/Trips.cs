using System.Diagnostics.Metrics;

namespace Clinic.Benchmarks.Http;

/// <summary>Counts requests to the server of the database by the package's own metric, for each request to the API apart.</summary>
internal sealed class Trips : IDisposable
{
    private static readonly AsyncLocal<TripTally?> Tally = new();

    private readonly MeterListener listener = new();

    public Trips()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument is { Meter.Name: "Clinic.Storage.Turso", Name: "clinic.storage.round_trips" }) l.EnableMeasurementEvents(instrument);
        };
        // Told on the flow of the caller, so that it falls to the request that it belongs to.
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Tally.Value?.Add((int)count));
        listener.Start();
    }

    /// <summary>The tally of the request that is being answered.</summary>
    public static TripTally? Current
    {
        get => Tally.Value;
        set => Tally.Value = value;
    }

    public void Dispose() => listener.Dispose();
}
