using Clinic.Transcription.Reports;

namespace Clinic.Racer;

/// <summary>A clinical record as a file: a line for each key it took, and none twice.</summary>
public sealed class RecordFile(string path) : IClinicalRecordSink
{
    public IReadOnlyList<string> Lines => File.Exists(path) ? File.ReadAllLines(path) : [];

    public async Task<string> FileAsync(RecordFiling filing, CancellationToken cancellationToken)
    {
        if (!Lines.Contains(filing.IdempotencyKey)) await File.AppendAllTextAsync(path, filing.IdempotencyKey + "\n", cancellationToken);
        return filing.IdempotencyKey;
    }
}
