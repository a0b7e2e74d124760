using NodaTime;

namespace Clinic.Transcription.OpenAI;

/// <summary>How drafts are asked of OpenAI; nothing is sent before a key is set and a patient agreed.</summary>
public sealed class OpenAIDraftOptions
{
    /// <summary>The key; from configuration only.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The model, pinned to a dated snapshot so that drafts stay comparable.</summary>
    /// <value>Default <c>gpt-4o-2024-08-06</c>.</value>
    public string Model { get; set; } = "gpt-4o-2024-08-06";

    /// <summary>Where the requests go, with the version; https, or http on this machine.</summary>
    /// <value>Default <c>https://api.openai.com/v1</c>.</value>
    public Uri Endpoint { get; set; } = new("https://api.openai.com/v1");

    /// <summary>How long one try may take.</summary>
    /// <value>Default 60 seconds; 1 second to 10 minutes.</value>
    public Duration Timeout { get; set; } = Duration.FromSeconds(60);

    /// <summary>How long all tries together may take, whatever pauses the provider asks for.</summary>
    /// <value>Default 3 minutes; at least one timeout, at most 30 minutes.</value>
    public Duration WholeTime { get; set; } = Duration.FromMinutes(3);

    /// <summary>How often a failed try is repeated within one draft.</summary>
    /// <value>Default 2; 0 to 10.</value>
    public int Retries { get; set; } = 2;

    /// <summary>The longest answer.</summary>
    /// <value>Default 8,000 tokens; 256 to 100,000.</value>
    public int MostTokens { get; set; } = 8_000;
}
