using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>How a step ended.</summary>
public abstract record WorkResult
{
    private WorkResult()
    {
    }

    /// <summary>It is done, or there was nothing to do; the queue is told.</summary>
    public sealed record Done : WorkResult;

    /// <summary>The step told the queue in the commit of its own effects.</summary>
    public sealed record Told : WorkResult;

    /// <summary>It has to wait for something; that is no failure.</summary>
    public sealed record NotBefore(Instant At) : WorkResult;

    /// <summary>It failed and may work later.</summary>
    /// <param name="Kind">What happened, without content.</param>
    public sealed record Failed(FailureKind Kind) : WorkResult;
}
