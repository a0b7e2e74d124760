using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>A clock that stands still until a case moves it. Thread-safe.</summary>
public sealed class ContractClock : IClock
{
    private readonly Lock gate = new();
    private Instant now;

    /// <summary>A clock that shows an instant finer than a microsecond.</summary>
    public ContractClock() => now = Instant.FromUtc(2026, 3, 14, 15, 9, 26).PlusNanoseconds(535_897_932);

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (gate) return now;
    }

    /// <summary>Moves the clock on.</summary>
    public void Advance(Duration by)
    {
        lock (gate) now += by;
    }
}
