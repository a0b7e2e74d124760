using System.Diagnostics;
using Clinic.Benchmarks.Gates;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Transcripts;

namespace Clinic.Benchmarks.Transcription;

/// <summary>An offline draft takes time in proportion to the visit: four times the words, at most six times the time.</summary>
public sealed class OfflineDraftGate : IGate
{
    private const int Minutes = 20;

    public string Name => "offline draft";

    public IReadOnlyList<GateFigure> Run()
    {
        var one = Milliseconds(LongVisit.OfMinutes(Minutes));
        var four = Milliseconds(LongVisit.OfMinutes(4 * Minutes));
        Console.WriteLine(FormattableString.Invariant($"offline draft: {one:0.0} ms for {Minutes} minutes, {four:0.0} ms for {4 * Minutes}"));
        return [new GateFigure($"of {4 * Minutes} minutes / of {Minutes} minutes", four / one, 6)];
    }

    private static double Milliseconds(Transcript transcript)
    {
        var context = new DraftContext("es");
        for (var i = 0; i < 5; i++) OfflineReportDrafter.Draft(transcript, context);
        var best = double.MaxValue;
        for (var i = 0; i < 15; i++)
        {
            var watch = Stopwatch.StartNew();
            var draft = OfflineReportDrafter.Draft(transcript, context);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            if (draft.Statements.Count < 20) throw new InvalidOperationException($"The draft has only {draft.Statements.Count} statements.");
        }

        return best;
    }
}
