using Clinic.Transcription.Drafting;
using Clinic.Transcription.Drafting.Offline;
using Clinic.Transcription.Tests.Data;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Tests.Drafting.Offline;

public sealed class SpeakerRoleTests
{
    private static readonly DraftContext Context = new("es");

    [Fact]
    public void Labels_without_roles_give_the_same_draft_as_named_ones()
    {
        foreach (var row in Visits.Spanish.Take(2))
        {
            var numbered = new Transcript("es", row.Transcript.Segments.Select(s => s with { Speaker = s.Speaker == "doctor" ? "0" : "1" }).ToList());

            Assert.Equal(Text(row.Transcript), Text(numbered));
        }
    }

    [Fact]
    public void Swapped_roles_give_the_same_draft()
    {
        foreach (var row in Visits.Spanish.Take(2))
        {
            var swapped = row.Transcript with { Roles = new Dictionary<string, SpeakerRole>(StringComparer.Ordinal) { ["doctor"] = SpeakerRole.Patient, ["patient"] = SpeakerRole.Physician } };

            Assert.Equal(Text(row.Transcript), Text(swapped));
        }
    }

    private static string Text(Transcript transcript) => string.Join('\n', OfflineReportDrafter.Draft(transcript, Context).Statements.Select(s => $"{s.Section} {s.Text}"));
}
