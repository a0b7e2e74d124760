namespace Clinic.Transcription.Consents;

/// <summary>Publishes the next version of the words that patients agree to.</summary>
public sealed record PublishConsentForm : TranscriptionCommand<ConsentFormAnswer>
{
    /// <inheritdoc/>
    public override string Name => "transcription.publish-consent-form";

    /// <summary>The version that was current when the words were written; 0 for none.</summary>
    public required int After { get; init; }

    /// <summary>What it asks for.</summary>
    public required ConsentScope Scopes { get; init; }

    /// <summary>One per language.</summary>
    public required IReadOnlyList<ConsentText> Texts { get; init; }
}
