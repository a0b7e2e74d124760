using NodaTime;

namespace Clinic.Transcription.OpenAI;

/// <summary>How drafts are asked of a model behind <c>IChatClient</c>.</summary>
public sealed class ChatClientDraftOptions
{
    /// <summary>The name of the drafter in settings and drafts.</summary>
    /// <value>Default <c>chat</c>.</value>
    public string Name { get; set; } = "chat";

    /// <summary>Whether the model runs outside of the clinic; then the patient must have agreed, and identifiers are taken out.</summary>
    /// <value>Default true.</value>
    public bool SendsOutside { get; set; } = true;

    /// <summary>The model; null for the client's own.</summary>
    public string? Model { get; set; }

    /// <summary>How long a draft may take.</summary>
    /// <value>Default 3 minutes.</value>
    public Duration WholeTime { get; set; } = Duration.FromMinutes(3);
}
