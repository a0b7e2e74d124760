using System.Text.RegularExpressions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Importing;
using Clinic.Transcription.Reports;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

/// <summary>A clinical record of another system: the same key twice is the same document.</summary>
internal sealed class FolderRecord : IClinicalRecordSink
{
    private readonly Dictionary<string, string> documents = new(StringComparer.Ordinal);

    public Task<string> FileAsync(RecordFiling filing, CancellationToken cancellationToken)
    {
        lock (documents)
        {
            if (!documents.TryGetValue(filing.IdempotencyKey, out var id))
                documents.Add(filing.IdempotencyKey, id = $"HC-{documents.Count + 1:0000}");
            return Task.FromResult(id);
        }
    }
}

/// <summary>Quotes every turn of the physician as plan; a drafter of one's own must point at what was said.</summary>
internal sealed class QuotingDrafter : IReportDrafter
{
    public string Name => "quoting";

    public bool SendsOutside => false;

    public Task<ReportDraft> DraftAsync(Transcript transcript, DraftContext context, CancellationToken cancellationToken) => Task.FromResult(new ReportDraft(
        [
            .. transcript.Segments.Where(s => transcript.RoleOf(s) == SpeakerRole.Physician)
                .Select(s => new DraftStatement(ReportSection.Plan, s.Text, [new EvidenceSpan(s.Index, 0, s.Text.Length)], Polarity.Affirmed)),
        ],
        [], Name, "1"));
}

/// <summary>An engine on a server of the clinic that takes a recording and answers with a WebVTT file.</summary>
internal sealed class HouseEngine(HttpClient server) : IBatchTranscriber
{
    public string Name => "house";

    public EngineCapabilities Capabilities { get; } = new(SendsOutside: false, Region: "") { Diarization = true };

    public async Task<SpeechResult> TranscribeAsync(
        Func<CancellationToken, ValueTask<Stream>> openAudio, AudioFormat format, SpeechRequest request, CancellationToken cancellationToken)
    {
        await using var audio = await openAudio(cancellationToken);
        using var answer = await server.PostAsync(new Uri("/listen", UriKind.Relative), new StreamContent(audio), cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new ProviderException(Name, new ProviderFailure(FailureKind.Unavailable, Retryable: true));
        var read = TranscriptImporter.Read(await answer.Content.ReadAsByteArrayAsync(cancellationToken), request.Language);
        var heard = read.Transcript.Segments;
        return new SpeechResult(Name, heard.Count == 0 ? Duration.Zero : heard[^1].End ?? Duration.Zero, heard);
    }
}

/// <summary>A check of the clinic's own: whoever gets an antibiotic gets a date to come back.</summary>
internal sealed partial class ReturnDateRule : IConsistencyRule
{
    public string Name => "return-date";

    public IEnumerable<Finding> Check(ReportDraft draft, Transcript transcript, DraftContext context)
    {
        var plan = draft.Statements.Where(s => s.Section == ReportSection.Plan).ToList();
        if (plan.Exists(s => Antibiotic().IsMatch(s.Text)) && !plan.Exists(s => Return().IsMatch(s.Text)))
            yield return new Finding(Name, Severity.Warning, Statement: null);
    }

    [GeneratedRegex("(mic|cil)ina", RegexOptions.IgnoreCase)]
    private static partial Regex Antibiotic();

    [GeneratedRegex("regres|control|días|horas", RegexOptions.IgnoreCase)]
    private static partial Regex Return();
}
