using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Tests.Data;

namespace Clinic.Transcription.Tests.Findings;

/// <summary>One planted fault is one trial, over the drafts of all visits.</summary>
public sealed class SeededFaultTests
{
    private static readonly string[] Kinds = [FindingNames.Dose, FindingNames.Number, FindingNames.Negation, FindingNames.Laterality, FindingNames.Drug];

    [Theory]
    [InlineData("dose", 0.98, 60)]
    [InlineData("negation", 0.98, 300)]
    [InlineData("laterality", 0.92, 20)]
    [InlineData("drug", 0.98, 40)]
    public void Planted_faults_are_caught(string kind, double share, int least)
    {
        var trials = 0;
        var caught = 0;
        foreach (var row in Visits.All)
        {
            var context = new DraftContext(row.Transcript.Language);
            foreach (var (_, at, draft) in SeededFaults.Of(OfflineReportDrafter.Draft(row.Transcript, context), row.Transcript.Language).Where(f => f.Kind == kind))
            {
                trials++;
                if (FindingCheck.Run(draft, row.Transcript, context).Any(f => f.Statement == at && f.Rule == kind)) caught++;
            }
        }

        Assert.InRange(trials, least, int.MaxValue);
        Assert.InRange((double)caught / trials, share, 1);
    }

    [Fact]
    public void Drafts_without_faults_raise_hardly_an_alarm()
    {
        var statements = 0;
        var alarms = 0;
        foreach (var row in Visits.All)
        {
            var context = new DraftContext(row.Transcript.Language);
            var draft = OfflineReportDrafter.Draft(row.Transcript, context);
            statements += draft.Statements.Count;
            alarms += FindingCheck.Run(draft, row.Transcript, context).Where(f => Kinds.Contains(f.Rule)).Select(f => f.Statement).Distinct().Count();
        }

        Assert.InRange(statements, 300, int.MaxValue);
        Assert.InRange((double)alarms / statements, 0, 0.01);
    }
}
