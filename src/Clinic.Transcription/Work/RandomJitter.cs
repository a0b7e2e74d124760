namespace Clinic.Transcription.Work;

/// <summary>Real chance.</summary>
internal sealed class RandomJitter : IJitter
{
#pragma warning disable CA5394 // It spreads retries and keeps no secret.
    public double Next() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
