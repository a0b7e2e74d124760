using Clinic.Transcription.SpeechToText;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>What waits to be sent: a frame in a rented array, or a wish.</summary>
internal readonly record struct Outgoing(OutgoingKind Kind, byte[]? Frame = null, int Length = 0)
{
    /// <summary>What shall be otherwise, of a change.</summary>
    public LiveChange? Change { get; init; }
}
