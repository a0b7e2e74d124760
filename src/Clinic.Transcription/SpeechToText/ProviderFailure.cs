using NodaTime;

namespace Clinic.Transcription.SpeechToText;

/// <summary>Why a provider did not answer, in our words; it never carries text that the provider wrote.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Retryable">Whether the same may work later.</param>
public sealed record ProviderFailure(FailureKind Kind, bool Retryable)
{
    /// <summary>The HTTP status, or the close code of a WebSocket.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's own code, a short word; never its message.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's number of the request, for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the provider asks us to wait.</summary>
    public Duration? RetryAfter { get; init; }
}
