namespace Clinic.Transcription.Recorders;

/// <summary>Keeps how the actor likes to record.</summary>
public sealed record ChooseRecorder : TranscriptionCommand<RecorderAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.choose-recorder";

    /// <summary>The microphone; null for the default, else at most 200 characters.</summary>
    public string? Device { get; init; }

    /// <summary>How fine.</summary>
    public required RecorderQuality Quality { get; init; }

    /// <summary><c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The version the caller read; null to act on whatever is stored.</summary>
    public long? Version { get; init; }
}
