namespace Clinic.Transcription.Consents;

/// <summary>What a patient may agree to, each apart from the others.</summary>
[Flags]
public enum ConsentScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The visit is recorded.</summary>
    Record = 1,

    /// <summary>The recording is turned into text.</summary>
    Transcribe = 2,

    /// <summary>A program drafts the report from the text.</summary>
    AiDraft = 4,

    /// <summary>The text is kept after the report is signed.</summary>
    Keep = 8,

    /// <summary>Audio or text goes to a company outside the clinic.</summary>
    ExternalProvider = 16,
}
