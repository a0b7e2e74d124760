namespace Clinic.Transcription.Reports;

/// <summary>For clinics whose record is this system: a signed report is filed where it lies.</summary>
internal sealed class OwnClinicalRecord : IClinicalRecordSink
{
    public Task<string> FileAsync(RecordFiling filing, CancellationToken cancellationToken) => Task.FromResult(filing.IdempotencyKey);
}
