namespace Clinic.Transcription.Reports;

/// <summary>The clinical record that takes signed reports; ours, or the clinic's other system.</summary>
/// <remarks>Idempotent: the same key twice is the same record. Called after the commit of the signature, at least once. Safe for concurrent use.</remarks>
public interface IClinicalRecordSink
{
    /// <summary>Takes a signed version or an addendum.</summary>
    /// <returns>The id in the record; the same for the same key.</returns>
    /// <exception cref="SpeechToText.ProviderException">The record could not take it; the failure says whether it may later.</exception>
    Task<string> FileAsync(RecordFiling filing, CancellationToken cancellationToken);
}
