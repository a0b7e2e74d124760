using NodaTime;

namespace Clinic.Testing;

/// <summary>A clock that moves only when told.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by) => Now += by;

    public void AdvanceMinutes(int minutes) => Now += Duration.FromMinutes(minutes);
}
