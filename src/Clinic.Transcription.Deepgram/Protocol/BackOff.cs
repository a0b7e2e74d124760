using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Protocol;

/// <summary>Waits that double, with a random half, so that many clients do not come back at once.</summary>
internal static class BackOff
{
    private const int MostDoublings = 16;

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Spreads attempts in time; nothing secret depends on it.")]
    public static Duration Delay(Duration first, Duration longest, int attempt)
    {
        var whole = Duration.Min(first * (1 << Math.Min(attempt - 1, MostDoublings)), longest);
        return whole * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
