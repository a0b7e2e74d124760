namespace Clinic.Transcription.Deepgram.Tests.Loopback;

/// <summary>A request as it came over the wire.</summary>
internal sealed record HttpRequestSeen(string Line, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string[] Query => new Uri("http://x" + Line.Split(' ')[1]).Query.TrimStart('?').Split('&');
}
