namespace Clinic.Transcription.Deepgram.Tests.Loopback;

/// <summary>What a scripted server does with one request.</summary>
internal sealed record HttpReply(int Status, string Body, string MediaType = "application/json")
{
    public string[] Headers { get; init; } = [];

    /// <summary>Cuts the connection after so many bytes of the body; -1 before any answer.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Never answers.</summary>
    public bool Silent { get; init; }
}
