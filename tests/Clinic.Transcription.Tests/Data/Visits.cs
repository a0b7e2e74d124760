using System.Runtime.CompilerServices;
using Clinic.Transcription.Measuring;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Tests.Data;

/// <summary>The visits beside this file, and visits that a test writes down.</summary>
internal static class Visits
{
    public static IReadOnlyList<VisitRow> Encounters { get; } = Read("encounters.shareable.jsonl");

    public static IReadOnlyList<VisitRow> Aci { get; } = Encounters.Where(r => r.Source == "ACI-BENCH").ToList();

    public static IReadOnlyList<VisitRow> Spanish { get; } = Read("es_synthetic.shareable.jsonl");

    public static IReadOnlyList<VisitRow> Own { get; } = Read("es_own.jsonl");

    /// <summary>Written without knowledge of the rules: the first twelve were then used to widen them, the last twelve only measured.</summary>
    public static IReadOnlyList<VisitRow> Blind { get; } = Read("es_own_2.jsonl");

    /// <summary>Written without knowledge of the rules, Spanish and English; the README says which were read for them since.</summary>
    public static IReadOnlyList<VisitRow> Unread { get; } = Read("es_own_3.jsonl");

    public static IReadOnlyList<VisitRow> UnreadEnglish { get; } = Read("en_own.jsonl");

    public static IReadOnlyList<VisitRow> Timed { get; } = Read("primock57_timed.shareable.jsonl");

    public static IReadOnlyList<VisitRow> All { get; } = [.. Encounters, .. Timed, .. Spanish, .. Own, .. Blind, .. Unread, .. UnreadEnglish];

    /// <summary>A visit from lines such as <c>doctor: ¿Fuma?</c>.</summary>
    public static Transcript Of(string language, params string[] lines)
    {
        var segments = lines.Select((l, i) => new TranscriptSegment(i, l[..l.IndexOf(':', StringComparison.Ordinal)], l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..])).ToList();
        return new(language, segments)
        {
            Roles = new Dictionary<string, SpeakerRole>(StringComparer.Ordinal) { ["doctor"] = SpeakerRole.Physician, ["patient"] = SpeakerRole.Patient, ["relative"] = SpeakerRole.Relative },
        };
    }

    public static string Path(string name, [CallerFilePath] string file = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, name);

    private static IReadOnlyList<VisitRow> Read(string name) => VisitRow.Read(File.ReadAllText(Path(name)));
}
