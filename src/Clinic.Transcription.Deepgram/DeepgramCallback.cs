namespace Clinic.Transcription.Deepgram;

/// <summary>Where the service shall bring its answer about a whole recording, in place of being waited for.</summary>
/// <param name="Address">https on port 443, 8080 or 8443; a user and password in it are its basic authentication.</param>
public sealed record DeepgramCallback(Uri Address)
{
    /// <summary>Brings it by PUT in place of POST.</summary>
    public bool Put { get; init; }

    /// <summary>The host only; the address may hold a password.</summary>
    public override string ToString() => $"callback to {Address.Host}";
}
