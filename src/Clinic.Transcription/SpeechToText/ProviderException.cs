namespace Clinic.Transcription.SpeechToText;

/// <summary>A provider did not answer, or not usably.</summary>
/// <remarks>The message holds kind, status and codes; never what the provider or a person wrote.</remarks>
public sealed class ProviderException : Exception
{
    /// <summary>A failure of one provider.</summary>
    public ProviderException(string provider, ProviderFailure failure, Exception? inner = null)
        : base(Sentence(provider, failure), inner) => (Provider, Failure) = (provider, failure);

    /// <summary>The engine's name.</summary>
    public string Provider { get; }

    /// <summary>What happened.</summary>
    public ProviderFailure Failure { get; }

    private static string Sentence(string provider, ProviderFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return FormattableString.Invariant($"{provider}: {failure.Kind}, status {failure.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, code {failure.Code ?? "none"}, request {failure.RequestId ?? "none"}; {(failure.Retryable ? "may work later" : "will not work later")}.");
    }
}
